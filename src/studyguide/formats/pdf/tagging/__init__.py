"""Tagging: builds the structure tree from laid-out boxes (ISO 32000-1, 14.7)."""
