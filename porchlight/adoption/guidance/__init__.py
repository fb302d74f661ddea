"""Guidance: a library of short texts for each role, found at the moment they apply, and sent with receipts."""
