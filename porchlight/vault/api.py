"""The door of the vault: sealing and opening under a young person's own key, or for a house."""

from porchlight.vault.box import open_for, seal_for
from porchlight.vault.key import DataKey, NoKey, Ring, Tampered, new_data_key, open_data_key

__all__ = [
    "DataKey",
    "NoKey",
    "Ring",
    "Tampered",
    "new_data_key",
    "open_data_key",
    "open_for",
    "seal_for",
]
