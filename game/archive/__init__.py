"""What is asked of runs beyond playing them: checks, replays, exports and imports, figures; no screens, no models."""
