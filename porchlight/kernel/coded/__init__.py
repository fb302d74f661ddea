"""Coded lists: the fixed choices of the product, in English and Spanish, one TOML file a list."""

from porchlight.kernel.coded.lists import (
    BadList,
    CodedEntry,
    CodedList,
    CodedTrouble,
    NoSuchCode,
    NoSuchLanguage,
    NoSuchList,
    coded,
    list_names,
    unreviewed,
)

__all__ = [
    "BadList",
    "CodedEntry",
    "CodedList",
    "CodedTrouble",
    "NoSuchCode",
    "NoSuchLanguage",
    "NoSuchList",
    "coded",
    "list_names",
    "unreviewed",
]
