"""Languages: labels, plurals and dates, where sentences end, and words that make prose hard, by language."""
