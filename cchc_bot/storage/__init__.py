"""The database, one module a noun. Rows never leave this room."""
