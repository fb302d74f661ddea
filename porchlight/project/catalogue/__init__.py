"""Pages of the documentation that are drawn from the code, so that they can't fall behind it."""
