"""What `make bench` measures: each figure beside the barest program that does the same, in one run."""
