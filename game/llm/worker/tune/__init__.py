"""The child that measures how a model is best computed on this machine."""
