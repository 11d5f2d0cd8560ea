"""WeasyPrint: the code that calls it, and each patch that replaces a private part of it."""
