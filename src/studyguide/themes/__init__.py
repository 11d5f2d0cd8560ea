"""Themes: style sheets, fonts and contrast."""
