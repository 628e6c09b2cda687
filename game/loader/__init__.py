"""TOML to World: limits, tokens, positions, schema, build and diagnostics."""
