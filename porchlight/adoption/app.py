"""Django's entry for this room."""

from django.apps import AppConfig


class Room(AppConfig):
    name = "porchlight.adoption"
    label = "adoption"
