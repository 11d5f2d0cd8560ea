"""Pictures from telephones and scanners: upright, small, in sRGB, without other data; faults in a sentence."""

import io
import random
import shutil
import time
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw, ImageFilter

from studyguide.imports.pictures import encode, picture
from studyguide.support import images
from studyguide.support.errors import UsageError
from studyguide.support.paths import specimen_folder

HEIC = (Path(__file__).parent / "telephone.heic").read_bytes()
LEFT, RIGHT = (200, 60, 40), (30, 90, 200)


@cache
def photograph(width=600, height=400):
    """Coloured noise, red on the left and blue on the right."""
    noise = Image.effect_noise((width, height), 60).convert("RGB").filter(ImageFilter.GaussianBlur(2))
    halves = Image.new("RGB", (width, height), LEFT)
    halves.paste(RIGHT, (width // 2, 0, width, height))
    return Image.blend(halves, noise, 0.4)


@cache
def page(mode="RGB", paper=(248, 247, 245)):
    """A scan: dark lines on paper that is not quite white, with a little noise."""
    scan = Image.new("RGB", (500, 700), paper)
    draw = ImageDraw.Draw(scan)
    for row in range(60, 640, 40):
        draw.line((40, row, 460, row), fill=(24, 22, 22), width=5)
    return Image.blend(scan, Image.effect_noise(scan.size, 8).convert("RGB"), 0.03).convert(mode)


def saved(image, format_, **options):
    file = io.BytesIO()
    image.save(file, format_, **options)
    return file.getvalue()


def made(data, tmp_path, name="file.bin", **asked):
    path = tmp_path / name
    path.write_bytes(data)
    return picture.picture(path, **{"name": None, "longest": None, "page": None, **asked})


def opened(found):
    return Image.open(io.BytesIO(found.data))


def exif(orientation):
    found = Image.Exif()
    found[0x0112], found[0x010F], found[0x0132] = orientation, "Phone", "2026:01:01 00:00:00"
    found.get_ifd(0x8825)[1] = "N"
    return found


FORMATS = ["JPEG", "PNG", "WEBP", "TIFF", "BMP"]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_photograph_in_any_format_becomes_a_jpeg(tmp_path, format_):
    found = made(saved(photograph(), format_), tmp_path)
    assert (found.name, opened(found).format, opened(found).size) == ("images/file.jpg", "JPEG", (600, 400))
    red, blue = opened(found).getpixel((20, 200)), opened(found).getpixel((580, 200))
    assert red[0] > red[2] + 50
    assert blue[2] > blue[0] + 50


def test_a_picture_of_a_telephone_is_read(tmp_path):
    found = made(HEIC, tmp_path, "IMG_1.HEIC")
    assert found.name.startswith("images/img_1.")
    assert opened(found).size == (48, 64)
    top, bottom = (opened(found).convert("RGB").getpixel((24, row)) for row in (8, 56))
    assert top[0] > top[2] + 40
    assert bottom[2] > bottom[0] + 40


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_picture_is_upright_and_has_no_other_data(tmp_path, orientation):
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = photograph().transpose(turns[orientation]) if orientation > 1 else photograph()
    data = saved(stored, "JPEG", exif=exif(orientation), comment=b"secret")
    found = made(data, tmp_path)
    assert opened(found).size == (600, 400)
    assert opened(found).getpixel((20, 20))[0] > opened(found).getpixel((20, 20))[2]
    assert not opened(found).getexif()
    assert not {"exif", "icc_profile", "comment", "xmp"} & opened(found).info.keys()
    assert b"secret" not in found.data
    assert found.remarks[0] == "It no longer says the place or the camera and the time."
    assert "from JPEG, 600 x 400 pixels" in found.said


@pytest.mark.parametrize("format_", ["PNG", "WEBP", "TIFF"])
def test_other_formats_lose_their_data_too(tmp_path, format_):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    found = made(saved(photograph(), format_, exif=exif(1), icc_profile=profile), tmp_path)
    assert not {"exif", "icc_profile", "comment", "xmp", "dpi"} & opened(found).info.keys()


@pytest.mark.parametrize(("longest", "size"), [(None, (2000, 1500)), (800, (800, 600))])
def test_a_large_picture_is_scaled_to_what_print_needs(tmp_path, longest, size):
    found = made(saved(Image.new("RGB", (3200, 2400), LEFT), "PNG"), tmp_path, longest=longest)
    assert opened(found).size == size


def test_a_small_picture_is_not_made_larger_and_is_called_coarse(tmp_path):
    found = made(saved(photograph(), "PNG"), tmp_path)
    assert "600 pixels across, which looks coarse" in found.remarks[0]
    assert made(saved(photograph(1000, 300), "PNG"), tmp_path).remarks == ()


def test_a_scan_of_a_page_becomes_a_png_in_greys_with_clean_edges(tmp_path):
    found = made(saved(page(), "TIFF"), tmp_path)
    assert (opened(found).format, opened(found).mode) == ("PNG", "L")
    assert len(opened(found).getcolors()) <= 17
    assert opened(found).getpixel((250, 60)) < 60
    assert opened(found).getpixel((10, 10)) == 255
    assert "whose paper is now white" in found.said


def test_dark_paper_and_the_greys_of_a_drawing_stay(tmp_path):
    dark = opened(made(saved(page(paper=(190, 190, 190)), "TIFF"), tmp_path))
    assert dark.convert("L").getpixel((10, 10)) in range(175, 200)
    drawing = Image.new("L", (300, 200), 240)
    ImageDraw.Draw(drawing).rectangle((50, 50, 200, 150), fill=100)
    found = made(saved(drawing, "PNG"), tmp_path)
    assert opened(found).tobytes() == drawing.tobytes()
    assert "white" not in found.said


def test_a_few_colours_stay_exactly_the_same(tmp_path):
    drawing = Image.new("RGB", (400, 300), "white")
    ImageDraw.Draw(drawing).rectangle((50, 50, 200, 200), fill=(255, 0, 0), outline=(0, 0, 255))
    found = made(saved(drawing.convert("P", palette=Image.Palette.ADAPTIVE), "GIF"), tmp_path)
    assert opened(found).mode == "P"
    assert opened(found).convert("RGB").tobytes() == drawing.tobytes()


def test_clear_parts_stay_clear_and_a_full_picture_has_none(tmp_path):
    clear = photograph().convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))
    assert opened(made(saved(clear, "WEBP", lossless=True), tmp_path)).getchannel("A").getextrema() == (0, 255)
    assert opened(made(saved(photograph().convert("RGBA"), "PNG"), tmp_path)).mode == "RGB"


@pytest.mark.parametrize(
    ("image", "mode"),
    [
        (photograph().convert("CMYK"), "RGB"),
        (photograph().convert("YCbCr"), "RGB"),
        (photograph().convert("LAB"), "RGB"),
        (photograph().convert("L"), "L"),
        (page("1"), "L"),
        (Image.new("I;16", (300, 200), 40_000), "L"),
    ],
    ids=["cmyk", "ycbcr", "lab", "greys", "black and white", "16 bits"],
)
def test_every_mode_becomes_one_that_print_has(tmp_path, image, mode):
    found = opened(made(saved(image, "TIFF"), tmp_path))
    assert found.mode in {mode, "P"}
    if image.mode == "I;16":
        assert found.getpixel((5, 5)) in range(150, 160)


def test_colours_follow_the_profile_of_the_picture(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = profile.replace(b"rXYZ", b"tmp ").replace(b"bXYZ", b"rXYZ").replace(b"tmp ", b"bXYZ")
    for given, is_red in ((profile, True), (b"no profile", True), (exchanged, False)):
        found = opened(made(saved(photograph(), "PNG", icc_profile=given), tmp_path))
        red, _, blue = found.getpixel((20, 200))
        assert (red > blue + 50) == is_red


def test_the_same_picture_gives_the_same_bytes(tmp_path):
    for image in (photograph(), page(), photograph().convert("RGBA")):
        data = saved(image, "PNG")
        assert made(data, tmp_path).data == made(data, tmp_path).data


def test_frames_are_chosen_and_never_dropped_silently(tmp_path):
    data = saved(page("L").copy(), "TIFF", save_all=True, append_images=[photograph().copy()])
    with pytest.raises(UsageError, match=r"has 2 pages or frames. Choose one with --page"):
        made(data, tmp_path)
    assert opened(made(data, tmp_path, page=2)).size == (600, 400)
    with pytest.raises(UsageError, match="no page 3: its last is 2"):
        made(data, tmp_path, page=3)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a picture that can be read"),
        (b"hello", "not a picture that can be read"),
        (b"%PDF-1.7", "is a PDF. Save its page"),
        (saved(photograph(), "JPEG")[:3000], "is damaged"),
        (saved(photograph(), "PNG")[:3000], "is damaged"),
        (HEIC[:400], "file.bin"),
        (saved(Image.new("1", (20_000, 20_000)), "PNG"), "too many to decode"),
        (b"\0\0\0\x18ftypavif", "not a picture that can be read"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "holds <script>"),
        (b"<svg", "cannot be used"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(tmp_path, data, words):
    with pytest.raises(UsageError) as error:
        made(data, tmp_path)
    assert words in str(error.value)
    assert str(error.value).endswith(".")


def test_damaged_pictures_never_end_in_a_traceback(tmp_path):
    chance = random.Random(5)  # noqa: S311 (no secret)
    start = time.process_time()
    for format_ in [*FORMATS, "GIF", "HEIC"]:
        whole = HEIC if format_ == "HEIC" else saved(photograph(80, 60), format_)
        for _ in range(60):
            data = bytearray(whole)
            for _ in range(chance.randint(1, 8)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            with suppress(UsageError):
                made(bytes(data[: chance.randint(20, len(data))] if chance.random() < 0.3 else data), tmp_path)
    assert time.process_time() - start < 60


def test_a_drawing_is_copied_as_it_is(tmp_path):
    data = (specimen_folder() / "images/bolt.svg").read_bytes()
    found = made(data, tmp_path, "A bolt.svg")
    assert (found.name, found.data) == ("images/a-bolt.svg", data)
    flat = data.replace(b"</svg>", b'<g style="mix-blend-mode: screen"/></svg>')
    assert "mix-blend-mode is not printed" in made(flat, tmp_path, "a.svg").remarks[0]


def test_the_result_is_one_that_a_guide_takes(tmp_path):
    guide = tmp_path / "guide"
    shutil.copytree(specimen_folder(), guide)
    for number, image in enumerate([photograph(), page(), photograph().convert("RGBA")]):
        found = made(saved(image, "PNG"), tmp_path, name=f"Bild {number}")
        assert picture.refusal(guide, found) is None
        (guide / found.name).write_bytes(found.data)
        assert images.refusal(guide, found.name) is None
        assert picture.refusal(guide, found) == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("face", "There is already a picture 'images/face.png'"),
        ("con", "Windows keeps the name"),
        ("x" * 130, "letters"),
    ],
)
def test_names_that_are_taken_or_impossible_are_refused(tmp_path, name, words):
    found = made(saved(page(), "PNG"), tmp_path, name=name)
    assert words in picture.refusal(specimen_folder(), found)


def test_names_have_only_letters_that_every_system_has(tmp_path):
    assert made(HEIC, tmp_path, name="Große Nähe (1)").name.startswith("images/grosse-nahe-1.")
    assert made(HEIC, tmp_path, name="写真").name.startswith("images/picture.")


def test_a_folder_of_pictures_elsewhere_is_refused(tmp_path):
    guide = tmp_path / "guide"
    guide.mkdir()
    (guide / "images").symlink_to(tmp_path)
    assert "link to a place outside" in picture.refusal(guide, made(HEIC, tmp_path, name="x"))


def test_the_lines_to_paste_show_what_was_typed():
    found = picture.Picture("images/a.png", b"", "")
    assert picture.markup(found, "", "", "") == "![](images/a.png)"
    typed = picture.markup(found, "A [red] *line*", "1. Drawn", 'By "Me" & co_')
    assert typed == '![A \\[red\\] \\*line\\*](images/a.png "By \\"Me\\" & co\\_")\n1\\. Drawn'


def test_line_art_with_too_much_noise_is_no_larger_than_twice_its_jpeg():
    noisy = Image.blend(page(), Image.effect_noise((500, 700), 90).convert("RGB"), 0.05)
    assert len(encode.encoded(noisy, 2000).data) <= 2 * len(saved(noisy, "JPEG", quality=95))
