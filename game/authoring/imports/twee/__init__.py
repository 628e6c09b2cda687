"""Stories of Twine, in the text format Twee 3, made into worlds: links, passages, simple variables and conditions."""
