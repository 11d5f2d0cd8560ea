"""Languages: where sentences end, by language."""
