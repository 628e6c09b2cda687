"""What is kept from a player: by a rating, by their lines and veils, by a host's rules, by texts not to be repeated."""
