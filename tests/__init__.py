"""The tests: they mirror game/, one module for each of its modules."""
