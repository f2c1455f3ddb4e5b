"""The web chat: one page, its server, and what both say to each other."""
