"""Bodies for screens, shared by EPUB and web pages: notes become links, and links lead to other files."""
