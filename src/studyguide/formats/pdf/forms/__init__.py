"""Forms: fields that can be filled in on a screen (ISO 32000-1, 12.7)."""
