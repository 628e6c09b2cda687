"""Loreloom: interactive fiction whose world is the truth and whose model is the voice."""
