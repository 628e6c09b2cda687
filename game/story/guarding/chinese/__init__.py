"""What the guard's rules know of Chinese sentences: clauses without spaces, results at the end of verbs, no tenses."""
