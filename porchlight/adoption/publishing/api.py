"""The door of publishing."""

from porchlight.adoption.publishing.commands import publish, withdraw
from porchlight.adoption.publishing.queries import PublicationSheet, publication, publications, published_file
from porchlight.adoption.publishing.rules import KINDS

__all__ = ["KINDS", "PublicationSheet", "publication", "publications", "publish", "published_file", "withdraw"]
