"""Changes: one module for each change of the form of guides."""
