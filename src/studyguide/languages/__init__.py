"""Languages: labels, plurals and dates, and where sentences end, by language."""
