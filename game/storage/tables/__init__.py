"""The tables of a run's file, a module for each: rows in, records out, every seal checked; the caller has the lock."""
