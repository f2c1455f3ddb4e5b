"""Telegram, through python-telegram-bot by long polling."""

import os

# The library hands out spans of time as timedelta where it is told so, and warns where it is not.
os.environ.setdefault("PTB_TIMEDELTA", "1")
