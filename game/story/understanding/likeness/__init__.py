"""How like what is typed is to a scene's choice, in scripts with spaces and in those without.

Knows nothing of which choice is taken.
"""
