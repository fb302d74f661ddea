"""Lints that carry their own good and bad lines: words, reading grade, pages, styles, contrast.

All of them are pure: text in, findings out. What walks the tree of files lives with the tests that use them.
"""
