"""Layout: turns HTML into pages, and puts the right page numbers into their text."""
