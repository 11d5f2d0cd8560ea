"""Fits handouts to their pages: type shrinks until it fits, or answer lines fill whole pages."""
