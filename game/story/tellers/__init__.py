"""The ways of telling a turn, a file for each. To add one: a class with `tell`, and its case in narrator.py."""
