"""Work types: the sorts of work, how a class studies them, and what they are divided into."""

from typing import Literal

WorkType = Literal[
    "film",
    "novel",
    "short story",
    "play",
    "series",
    "poem",
    "collection",
    "graphic novel",
    "documentary",
    "musical",
    "opera",
    "game",
    "speech",
    "memoir",
    "essay",
]
"""The sorts of work; `works.TYPES` has what is usual for each."""

Activity = Literal["reading", "viewing", "listening", "playing"]

Division = Literal[
    "act",
    "act and scene",
    "canto",
    "chapter",
    "episode",
    "level",
    "line",
    "page",
    "scene",
    "section",
    "stanza",
    "text",
]
