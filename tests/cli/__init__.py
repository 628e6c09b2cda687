"""Tests of game.cli."""
