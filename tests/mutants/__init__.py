"""Mutation testing of what keeps an edition's promise: how many small faults the tests see."""
