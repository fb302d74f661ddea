"""Files that a county or an agency brings along: PDFs, kept whole, with their text to search."""
