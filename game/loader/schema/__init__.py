"""The world format as pydantic models: which keys there are, of which types. Input arrives here and nowhere else."""
