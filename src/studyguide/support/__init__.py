"""Support: errors, safe files, images, SVG, XHTML, templates, cache and processes; nothing of guides."""
