"""How true, how much in character and how understanding the voice is, measured."""
