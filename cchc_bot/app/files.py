"""Where the data lies that a fresh installation starts with."""

from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
DEMONSTRATION = DATA / "demo"
