"""Tests of the child that measures how a model is best computed."""
