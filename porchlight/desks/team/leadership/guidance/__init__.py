"""Guidance: reading the library, keeping it, and sending from it."""
