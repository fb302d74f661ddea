"""Policies of agencies, their conflicts, and the protocols between agencies."""
