"""Coaching, as the two read it; counts for leadership; care after a hard night."""
