"""Files lost, renamed, put where they do not belong, or pictures that are other ones."""

import os
import shutil
from pathlib import Path
from random import Random

from tests.mutations import places
from tests.odd_pictures import PICTURES


def lose_file(random: Random, folder: Path) -> None:
    """A file is not there, or is a folder, or a link to nowhere."""
    file = places.some_file(random, folder, ("*.yaml", "*.md", "images/*"))
    file.unlink()
    random.choice(
        (lambda: None, file.mkdir, lambda: file.symlink_to("nowhere"), lambda: file.symlink_to(_outside(folder)))
    )()


def _outside(folder: Path) -> Path:
    """A file that is not the guide's."""
    file = folder.parent / "outside.yaml"
    file.write_text("kind: prose\ntitle: A secret\n", "utf-8")
    return file


def rename_file(random: Random, folder: Path) -> None:
    """A file has another name."""
    file = places.some_file(random, folder, ("*.yaml", "*.md", "images/*"))
    names = (
        file.name.capitalize(),
        f"{file.stem}.yml",
        f"{file.stem}.txt",
        f"{file.name}.bak",
        f"{file.stem} 2{file.suffix}",
        f"{file.stem}\x1b[31m{file.suffix}",
        f"{file.stem}é{file.suffix}",
        file.name.upper(),
        f"{file.stem}\udcff{file.suffix}",
        f"{file.stem}\n{file.suffix}",
        f"{file.stem}\u202e{file.suffix}",
        f"{'x' * 240}{file.suffix}",
        f".{file.name}",
        file.suffix,
        "guide.yaml",
    )
    file.rename(file.with_name(random.choice(names)))


def stray_file(random: Random, folder: Path) -> None:
    """A file too many."""
    name = random.choice(
        ("Thumbs.db", "desktop.ini", "~$plot.docx", ".DS_Store", "notes.txt", "plot.yml", "more.yaml", "a.md")
    )
    (folder / random.choice(("", "chapters", "images")) / name).write_bytes(b"\0\1 nothing")


def other_picture(random: Random, folder: Path) -> None:
    """A picture is another one, or none at all."""
    places.some_file(random, folder, ("images/*",)).write_bytes(random.choice(PICTURES)())


def odd_picture(random: Random, folder: Path) -> None:
    """A text shows a picture of a kind that is seldom seen, under its right suffix or a wrong one."""
    suffix = random.choice((".png", ".png", ".jpg", ".svg", ".svg", ".webp"))
    made = random.choice([make for make in PICTURES if suffix == ".webp" or make.__name__.startswith(suffix[1:])])
    (folder / f"images/odd{suffix}").write_bytes(made())
    with (folder / "chapters/about.md").open("a", encoding="utf-8") as file:
        file.write(f"\n\n![Something odd](images/odd{suffix})\nA caption.\n")


def empty_file(random: Random, folder: Path) -> None:
    """A file is empty, or has nothing in it that counts."""
    file = places.some_file(random, folder, ("*.yaml", "*.md", "images/*"))
    file.write_bytes(
        random.choice(
            (b"", b"", b"\n", b"   \n\n", b"# a comment\n", b"---\n", b"---\n---\n", b"\xef\xbb\xbf", b"{}", b"null")
        )
    )


def cut_picture(random: Random, folder: Path) -> None:
    """A picture was not copied to its end, or a byte of it is another one."""
    file = places.some_file(random, folder, ("images/*",))
    data = bytearray(file.read_bytes())
    at = random.randrange(len(data))
    if random.random() < 0.5:
        del data[at:]
    else:
        data[at] = random.randrange(256)
    file.write_bytes(data)


def odd_file(random: Random, folder: Path) -> None:
    """Something that is no file is where a file should be, or beside it."""
    file = places.some_file(random, folder, ("*.yaml", "*.md", "images/*"))
    if random.random() < 0.5:
        file = file.with_name(f"{random.choice(('more', file.stem.capitalize(), '-x', 'a b'))}{file.suffix}")
    else:
        file.unlink()
    random.choice((_pipe, _loop, _huge, _locked, _link_within))(file)


def _pipe(file: Path) -> None:
    os.mkfifo(file)


def _loop(file: Path) -> None:
    file.symlink_to(file.name)


def _huge(file: Path) -> None:
    with file.open("wb") as made:
        made.truncate(3_000_000_000)  # it takes no room on a disk


def _locked(file: Path) -> None:
    file.write_text("kind: prose\n", "utf-8")
    file.chmod(0)


def _link_within(file: Path) -> None:
    file.symlink_to("..")


def odd_folder(random: Random, folder: Path) -> None:
    """A folder has gone, is empty, is a file, a link, a loop, or has another name."""
    place = folder / random.choice(("chapters", "images"))
    shutil.rmtree(place)
    random.choice(
        (
            lambda: None,
            place.mkdir,
            lambda: place.write_bytes(b"x"),
            lambda: place.symlink_to(place.name),
            lambda: place.symlink_to("."),
            lambda: place.symlink_to(".."),
            lambda: place.symlink_to(folder.parent, target_is_directory=True),
            lambda: place.with_name(place.name.capitalize()).mkdir(),
            lambda: os.mkfifo(place),
        )
    )()
