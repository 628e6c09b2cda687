"""`python -m game` is the command loreloom.

Knows nothing but where the command begins.
"""

from game.cli.app import main

if __name__ == "__main__":
    main()
