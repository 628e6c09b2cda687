"""What words without spaces are about, where no command is read in them: their senses held against what can be done.

Knows nothing of models, screens or runs.
"""
