"""What of our own practice waits for a seat, in one statement."""
