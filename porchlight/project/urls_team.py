"""The addresses of the team house."""

from porchlight.project.urls import handler404, handler500, patterns

urlpatterns = patterns("team")

__all__ = ["handler404", "handler500", "urlpatterns"]
