"""Languages: rules that depend on the language of a text."""
