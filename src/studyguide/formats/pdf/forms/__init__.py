"""Forms: fields that readers can fill in on a screen (ISO 32000-1, 12.7)."""
