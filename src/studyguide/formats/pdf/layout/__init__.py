"""Layout: from HTML to pages, and the numbers of pages in their text."""
