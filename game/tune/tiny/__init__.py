"""A model made from nothing as it is seen from outside: the texts that it is made of, and the child that makes it."""
