"""Models and llama.cpp: which model, where it lies, and the process that holds it, the only one to import llama_cpp."""
