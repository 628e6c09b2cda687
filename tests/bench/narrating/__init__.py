"""What the narrator takes, turn after turn, measured through the session as a player meets it: a module a group."""
