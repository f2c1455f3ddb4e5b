"""What is true whatever the platform or database: the standard library alone, no clock, no I/O."""
