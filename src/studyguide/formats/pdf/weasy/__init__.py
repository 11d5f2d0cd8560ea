"""WeasyPrint: how it is called, and each place where a private part of it is replaced."""
