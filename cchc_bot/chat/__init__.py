"""Messages that no platform owns, and the router that finds who answers them."""
