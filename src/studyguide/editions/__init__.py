"""Editions: reduce a guide to the content that the readers of an edition may see."""
