"""What can be said of conditions without playing: whether one can ever hold, and what may ever happen in a world."""
