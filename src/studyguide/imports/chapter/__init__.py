"""Chapters: new questions are added to a file of a guide, whose other lines stay as they are."""
