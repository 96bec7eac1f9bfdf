"""``python -m plananalysis`` is the command ``plananalysis``."""

from plananalysis.cli import main

if __name__ == "__main__":
    main()
