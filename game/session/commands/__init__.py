"""What a player can ask for outside the story: /undo, /help and the rest. None of it spends a turn."""
