"""A round: a model writes for the examples it was taught by, and is taught again by what is true of that."""
