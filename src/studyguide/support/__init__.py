"""Support: errors, safe files, images, SVG, XHTML, templates, cache and processes. Nothing here knows guides."""
