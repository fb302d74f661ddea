"""Coaching: leader, manager, line; read by the two, counted for leadership. And care for the helpers."""
