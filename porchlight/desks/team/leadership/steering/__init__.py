"""The steering committee: places, meetings, decisions, actions, minutes."""
