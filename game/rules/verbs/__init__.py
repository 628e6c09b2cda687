"""The verbs, a file for each family. To add one: a record in actions.py, a class here, a line in VERBS of apply.py."""
