"""Training, learning and discussion: three different things."""
