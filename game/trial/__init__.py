"""The trial of a model: what it does of each job, in held-out cases, beside what it has to do to be trusted with it."""
