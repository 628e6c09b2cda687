"""What makes a tiny model: its vocabulary, its shape, how it learns, how it does, and the file that llama.cpp reads."""
