"""The kinds of handout: one module each, and templates of the same name."""
