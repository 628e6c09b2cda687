"""Looking ahead: while the player reads, the likely turns are told, in memory, by the same tellers."""
