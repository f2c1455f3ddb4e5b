"""What the bot answers: one topic a file, none of them aware of a platform."""
