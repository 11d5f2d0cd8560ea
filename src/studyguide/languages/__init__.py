"""Languages: what depends on the language of a text."""
