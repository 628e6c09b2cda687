"""What players liked in their own runs, as examples: which tellings, what was asked for them, and in which files."""
