"""The steering committee and its taskforces: places, meetings, decisions, actions, minutes, what was sent."""
