"""Blind pairs: which of two texts of one moment readers would rather read while they cannot know whose is whose."""
