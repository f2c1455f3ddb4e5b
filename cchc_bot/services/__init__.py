"""What people can do here, one use case a method; each names the stores that it needs."""
