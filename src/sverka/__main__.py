"""`python -m sverka` is the same as `sverka`."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
