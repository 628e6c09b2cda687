"""The rules of every world: a pure core that decides what happens. Standard library only; no clock, I/O or globals."""
