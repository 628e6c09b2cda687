"""What runs are exported as, a module for each format."""
