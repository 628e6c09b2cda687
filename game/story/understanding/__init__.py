"""How a player's words are understood without a model: framing, verbs, nouns, speech, choices.

Knows nothing of models, screens or runs.
"""
