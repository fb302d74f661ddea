"""What was published: copies that anybody may read without signing in."""
