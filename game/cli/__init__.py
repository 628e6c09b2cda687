"""The commands: options read, layers below called, and the one place where errors become exit codes."""
