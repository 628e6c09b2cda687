"""Details of places and people that a model may choose and nobody may phrase: closed lists, wording, and the asking."""
