"""Django's entry for the room."""

from django.apps import AppConfig


class Room(AppConfig):
    name = "porchlight.progress"
    label = "progress"
