"""Pages of training, learning and discussion: one's own, those of who trains, and gaps for who can close them."""
