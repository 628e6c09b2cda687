"""What can still be read of a damaged run's file, and what of that is whole; nothing is written."""
