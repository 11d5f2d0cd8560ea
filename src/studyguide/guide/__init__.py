"""Guide: the content model, the kinds of chapter, and what reads them from YAML and Markdown."""
