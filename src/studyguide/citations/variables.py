"""The variables of CSL 1.0.2 whose values are not text (appendix IV of its specification)."""

_NAMES = """author chair collection-editor compiler composer container-author contributor curator director editor
editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer
producer recipient reviewed-author script-writer series-creator translator"""
_DATES = "accessed available-date event-date issued original-date submitted"
NAMES, DATES = _NAMES.split(), _DATES.split()
"""The variables with names, and the variables with dates."""
