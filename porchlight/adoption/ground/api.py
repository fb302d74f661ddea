"""The door of what adoption's parts share."""

from porchlight.adoption.ground.fingerprint import fingerprint
from porchlight.adoption.ground.words import CaseFree, NamesSomebody, case_free, each_case_free

__all__ = ["CaseFree", "NamesSomebody", "case_free", "each_case_free", "fingerprint"]
