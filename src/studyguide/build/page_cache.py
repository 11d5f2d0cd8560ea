"""Page breaks, kept from one build to the next, so that an e-book needs no new layout."""

import json
from collections.abc import Sequence
from dataclasses import astuple

from studyguide.publication import Break, Publication
from studyguide.support.cache import Cache, digest
from studyguide.themes.theme import Look


def key(publication: Publication, look: Look, program: str) -> str:
    """A digest of all that decides where pages begin: a publication, its pictures, a look and the program."""
    assets = [(asset.name, digest(asset.path.read_bytes())) for asset in publication.assets]
    content = (
        publication.metadata,
        publication.sections,
        publication.openings,
        publication.is_sheet,
        assets,
        publication.labels,
    )
    return f"pages-{digest(*map(str.encode, (program, repr(content), look.digest)))}"


def recall(store: Cache, name: str) -> tuple[Break, ...] | None:
    """The breaks that were kept under a key; None if there are none."""
    kept = store.get(name)
    return None if kept is None else tuple(Break(*each) for each in json.loads(kept))


def keep(store: Cache, name: str, breaks: Sequence[Break]) -> None:
    """Keep breaks for the next build, if possible."""
    store.put(name, json.dumps([astuple(each) for each in breaks]).encode())
