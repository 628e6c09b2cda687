"""Examples that a model is taught by: what they are, which are held out, and how the game asks them."""
