"""One SQLite file per run: turns, tellings and where the player stands; opaque text in and out, no rules, no story."""
