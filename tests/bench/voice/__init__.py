"""What `make bench-voice` measures: how true a telling is, and how well a player is understood; a module a table."""
