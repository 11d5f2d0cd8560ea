"""Guide: the content model, the kinds of chapter, and the readers of YAML and Markdown files."""
