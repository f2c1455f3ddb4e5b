"""What ends the channel. Apart from the rest, since the library takes half a second to load."""


class TokenRefusedError(Exception):
    """Telegram does not know the bot's token."""
