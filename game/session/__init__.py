"""A run in progress: the one door between a front end and the game."""
