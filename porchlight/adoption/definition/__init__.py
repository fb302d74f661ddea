"""The collective definition, its glossary, and what we will not do."""
