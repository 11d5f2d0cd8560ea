"""Editions: what the readers of an edition may see, and nothing else."""
