"""Merges the parts of a guide into one PDF."""
