"""What is looked for in a world without playing it, a file for each family; `inspect` puts them together."""
