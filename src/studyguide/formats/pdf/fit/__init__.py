"""Fit: sheets shrink or fill until they take whole pages."""
