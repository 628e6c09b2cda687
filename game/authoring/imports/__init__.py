"""What was written for other programs, made into worlds or parts of them: stories of Twine, cards of characters."""
