"""A chat bot for public administrative reform (cải cách hành chính, CCHC) in Viet Nam."""
