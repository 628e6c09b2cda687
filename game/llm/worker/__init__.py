"""The process that holds the model. Only here is llama_cpp imported, and nothing here by the game's own process."""
