"""What authors ask of a world beyond playing it: is it sound, where does it lead, what does it look like from above."""
