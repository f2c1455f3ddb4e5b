"""Invented data for trying the bot out: one module a noun, all of the province that is none."""
