"""Bodies for screens, as an EPUB and a web edition have them: notes become links, links lead into other files."""
