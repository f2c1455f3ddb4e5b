"""The terminal, or a pipe."""
