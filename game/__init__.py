"""Loreloom: interactive fiction whose world is the truth and whose model is the voice."""

__version__ = "0.1.0"
