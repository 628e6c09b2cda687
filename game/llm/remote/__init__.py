"""A model on a server. Only here is openai imported, which is slow to import."""
