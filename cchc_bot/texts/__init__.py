"""Everything the bot says: one folder a language, one file a topic."""

from cchc_bot.texts.catalogue import TextLibrary, Texts

__all__ = ["TextLibrary", "Texts"]
