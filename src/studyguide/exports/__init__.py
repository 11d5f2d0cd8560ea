"""Exports: the data of a guide, for other programs."""
