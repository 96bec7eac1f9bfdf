"""Check the method on known reuse: plant passages, and measure what is found of them."""
