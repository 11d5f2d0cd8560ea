"""Merge: the parts of a guide become one PDF."""
