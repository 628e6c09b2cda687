"""A sheet of sentences that players were shown, for people to read: are they true? And what their labels come to.

A sheet holds what a reader must know to judge, and nothing of how the game judges.
"""
