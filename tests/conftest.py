"""Fixtures that several test modules use."""
