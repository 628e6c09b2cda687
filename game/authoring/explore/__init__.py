"""Where a world leads: a search of all its states, or plays at random where there are too many."""
