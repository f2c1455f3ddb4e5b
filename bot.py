"""The way in: `python bot.py` serves; `python bot.py --help` tells the rest."""

from cchc_bot.cli import main

if __name__ == "__main__":
    main()
