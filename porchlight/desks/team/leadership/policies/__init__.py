"""Pages of policies, conflicts and protocols between agencies."""
