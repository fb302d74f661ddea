"""The guidance library: documents for each role, each with its evidence and the moments it applies to."""
