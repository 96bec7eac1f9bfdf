"""Where a shared passage begins and ends."""
