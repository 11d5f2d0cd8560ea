"""Lint: rules for problems that stop a build, and for remarks that an editor would make."""
