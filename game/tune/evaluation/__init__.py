"""How a model does on held-out examples, asked through llama.cpp in a child of its own."""
