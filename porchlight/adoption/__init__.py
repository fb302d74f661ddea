"""Adoption: what the agencies around young people agree on, write down, learn, practise and decide together."""
