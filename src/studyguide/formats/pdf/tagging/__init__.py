"""Tagging: the structure tree, made from laid-out boxes (ISO 32000-1, 14.7)."""
