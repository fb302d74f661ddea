"""The addresses of the youth house."""

from porchlight.project.urls import handler404, handler500, patterns

urlpatterns = patterns("youth")

__all__ = ["handler404", "handler500", "urlpatterns"]
