"""The school: a pupil, what it is to make small, and how it does; a process of its own, for it alone needs torch."""
