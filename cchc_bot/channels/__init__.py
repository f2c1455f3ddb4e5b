"""The ways in and out, each complete in a folder of its own and a stranger to the others."""
