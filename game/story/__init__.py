"""What the narrator may know and say: scenes, prompts, memory, guard, parser. No player's files, no llama.cpp."""
