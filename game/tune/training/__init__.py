"""What a training is seen from outside: lessons in tokens, the trees they make, and the child sent to school."""
