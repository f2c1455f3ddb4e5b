"""Finds the procedure that a question is about, however it is typed."""
