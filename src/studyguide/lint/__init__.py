"""Lint: what makes a guide unsound, and what an editor would remark on."""
