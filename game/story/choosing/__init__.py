"""Free words to one legal action by how likely a model finds each, where the classic commands say nothing."""
