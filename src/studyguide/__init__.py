"""studyguide: structured chapters about a film or a book, as accessible PDF and EPUB study guides."""

__version__ = "0.2.0"
