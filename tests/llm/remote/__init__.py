"""Tests of game.llm."""
