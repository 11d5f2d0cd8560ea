"""Odd pictures: files of kinds that authors bring along, sound ones and others."""

import gzip
import io
import struct
import zlib
from collections.abc import Callable


def png(mode: str = "RGB", size: tuple[int, int] = (8, 8), kind: str = "PNG") -> bytes:
    """A picture from Pillow."""
    from PIL import Image

    made = io.BytesIO()
    Image.new(mode, size).save(made, kind)
    return made.getvalue()


def png_16_grey() -> bytes:
    """A grey PNG of 16 bits a sample."""
    return png("I;16")


def png_strip() -> bytes:
    """A very high one."""
    return png("L", (60, 3000))


def png_dot() -> bytes:
    """A single pixel."""
    return png("1", (1, 1))


def png_broken() -> bytes:
    """A PNG whose data end too early."""
    return png(size=(90, 90))[:60]


def png_empty() -> bytes:
    """A PNG of no height."""
    head = struct.pack(">IIBBBBB", 8, 0, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))


def png_palette() -> bytes:
    """Colours by number."""
    return png("P")


def png_clear() -> bytes:
    """Grey with an alpha channel."""
    return png("LA")


def jpg_cmyk() -> bytes:
    """A JPEG for a printing press."""
    return png("CMYK", kind="JPEG")


def jpg_is_png() -> bytes:
    """The wrong suffix."""
    return png()


def jpg_grey() -> bytes:
    """A grey JPEG."""
    return png("L", kind="JPEG")


def png_nothing() -> bytes:
    """A file that was not copied."""
    return b""


def png_is_svg() -> bytes:
    """A drawing under the suffix of a photograph."""
    return b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'


def jpg_is_gif() -> bytes:
    """Another format."""
    return png(kind="GIF")


def jpg_is_webp() -> bytes:
    """What browsers save under the name of a JPEG."""
    return png(kind="WEBP")


def png_is_page() -> bytes:
    """What a server sends in place of a picture."""
    return b"<!DOCTYPE html><title>404</title>"


def _png_of(*chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG of these chunks, valid or not."""
    made = [b"\x89PNG\r\n\x1a\n"]
    for kind, data in chunks:
        made.append(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))
    return b"".join(made)


def png_bomb() -> bytes:
    """A few bytes that would become more pixels than a memory has."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return _png_of((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100_000)), (b"IEND", b""))


def png_odd_profile() -> bytes:
    """A colour profile that is none, and a text that is packed too well."""
    head = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0\1\2" * 2)
    packed = zlib.compress(b"x" * 30_000_000, 9)
    texts = (b"iCCP", b"x\0\0" + zlib.compress(b"no profile")), (b"zTXt", b"x\0\0" + packed)
    return _png_of((b"IHDR", head), *texts, (b"IDAT", rows), (b"IEND", b""))


def png_moving() -> bytes:
    """Several frames."""
    from PIL import Image

    made = io.BytesIO()
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    frames[0].save(made, "PNG", save_all=True, append_images=frames[1:])
    return made.getvalue()


def jpg_turned() -> bytes:
    """A telephone's picture that lies on its side."""
    from PIL import Image

    made = io.BytesIO()
    notes = Image.Exif()
    notes[274] = 6
    Image.new("RGB", (9, 4)).save(made, "JPEG", exif=notes)
    return made.getvalue()


def jpg_cut() -> bytes:
    """A JPEG whose data end too early."""
    return png(size=(200, 200), kind="JPEG")[:700]


def svg_utf_16() -> bytes:
    """A drawing in another encoding."""
    return '<?xml version="1.0" encoding="UTF-16"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'.encode(
        "utf-16"
    )


def svg_latin() -> bytes:
    """A drawing that does not say in which encoding it is."""
    return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>é</title></svg>'.encode("latin-1")


def svg_zipped() -> bytes:
    """What an SVGZ has in it."""
    return gzip.compress(png_is_svg(), mtime=0)


def svg_no_namespace() -> bytes:
    """An element that merely is called svg."""
    return b'<svg viewBox="0 0 9 9"><rect width="3" height="3"/></svg>'


def svg_open() -> bytes:
    """A drawing that is cut off."""
    return b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g><rect width="3" he'


def svg_entities() -> bytes:
    """Entities of entities, and one from a file."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9}">' for n in range(1, 9))
    kinds = f'<!DOCTYPE svg [<!ENTITY e0 "lol"><!ENTITY x SYSTEM "file:///etc/hostname">{levels}]>'
    return f'{kinds}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&e8;&x;</text></svg>'.encode()


def svg_deep() -> bytes:
    """Groups in groups."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{"<g>" * 3000}{"</g>" * 3000}</svg>'.encode()


def _svg(inside: str, attributes: str = 'viewBox="0 0 9 9"') -> Callable[[], bytes]:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'

    def svg() -> bytes:
        return text.encode()

    return svg


PICTURES: list[Callable[[], bytes]] = [
    png, png_16_grey, png_strip, png_dot, png_broken, png_empty, png_palette, png_clear, jpg_cmyk, jpg_is_png, jpg_grey,
    png_nothing, png_is_svg, png_is_page, png_bomb, png_odd_profile, png_moving,
    jpg_is_gif, jpg_is_webp, jpg_turned, jpg_cut,
    svg_utf_16, svg_latin, svg_zipped, svg_no_namespace, svg_open, svg_entities, svg_deep,
    _svg("<circle r='4'/>"),
    _svg("<text y='5'>Words</text>"),
    _svg("<text font-family='Arial' font-size='4' y='5'>Ж</text>"),
    _svg("<rect width='5' height='5'/>", ""),
    _svg("<rect width='5' height='5'/>", 'viewBox="0 0 0 0"'),
    _svg("<rect width='5' height='5'/>", 'viewBox="a b c d"'),
    _svg("<rect width='5' height='5'/>", 'width="0" height="0"'),
    _svg("<rect width='5' height='5'/>", 'width="-5" height="1e9" viewBox="0 0 9 9"'),
    _svg("<rect width='5' height='5'/>", 'width="100%" height="2em"'),
    _svg("<rect width='x' height='5'/><path d='M 0 0 L z q'/><circle r='-3'/>"),
    _svg("<path d='M0 0 L1 1 A 0 0 0 0 0 x'/>"),
    _svg("<clipPath id='a' clip-path='url(#a)'><rect width='3' height='3'/></clipPath>"
         "<rect clip-path='url(#a)' width='9' height='9'/>"),
    _svg("<mask id='m' mask='url(#m)'><rect width='3' height='3'/></mask><rect mask='url(#m)' width='9' height='9'/>"),
    _svg("<pattern id='p' width='2' height='2' patternUnits='userSpaceOnUse'>"
         "<rect fill='url(#p)' width='2' height='2'/></pattern>"
         "<rect fill='url(#p)' width='9' height='9'/>"),
    _svg("<linearGradient id='g' href='#g'/><rect fill='url(#g)' width='9' height='9'/>"),
    _svg("<use href='#gone'/><rect fill='url(#gone)' width='9' height='9'/>"),
    _svg("<use id='u' href='#u'/>"),
    _svg("<g transform='matrix(1 2)'><rect width='9' height='9'/></g>"),
    _svg("<g transform='rotate(x) scale(0)'><rect width='9' height='9'/></g>"),
    _svg("<rect width='9' height='9' style='fill: nonsense; opacity: x'/>"
         "<rect fill='#12' opacity='2' width='1' height='1'/>"),
    _svg("<marker id='k' markerWidth='3' markerHeight='3'><path marker-end='url(#k)' d='M0 0L1 1'/></marker>"
         "<path marker-end='url(#k)' d='M0 0L5 5'/>"),
    _svg("<style>rect { fill: red } @media x {} rect::before { content: 'x' } } </style><rect width='9' height='9'/>"),
    _svg("<style>@import url(x.css)</style>"),
    _svg("<image href='face.png' width='9' height='9'/>"),
    _svg("<filter id='f'><feGaussianBlur stdDeviation='2'/></filter><rect filter='url(#f)' width='9' height='9'/>"),
    _svg("<polygon points='1,1 2'/><polyline points='x y'/><line x1='a'/><ellipse rx='1e400' ry='nan'/>"),
    _svg("<text font-size='0'>x</text><text font-size='-1'>y</text>"
         "<text letter-spacing='x' rotate='a'>z</text><textPath>q</textPath>"),
    _svg("<script>alert(1)</script><rect onclick='alert(1)' width='9' height='9'/>"),
    _svg("<foreignObject width='9' height='9'><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>"),
    _svg("<a href='javascript:alert(1)'><rect width='9' height='9'/></a>"),
    _svg("<image href='https://example.org/x.png' width='9' height='9'/>"),
    _svg("<image href='data:image/png;base64,AAAA' width='9' height='9'/><image href='data:,x' width='1' height='1'/>"),
    _svg("<style>@font-face { src: url(https://example.org/x.woff) } rect { fill: url(file:///etc/x#x) }</style>"),
    _svg("<svg viewBox='0 0 1 1'><svg width='0' height='0'><rect width='9' height='9'/></svg></svg>"),
    _svg("<symbol id='s'><use href='#s'/></symbol><use href='#s'/><use href='face.png#x'/>"),
    _svg("<switch><g systemLanguage='xx'/><g requiredExtensions='x'/></switch><animate attributeName='x'/><set/>"),
    _svg("<path d='" + "M0 0L9 9 " * 3000 + "'/>" + "<rect width='1' height='1'/>" * 3000),
    _svg("<path d='M1e308 1e308 L-1e308 1e999 C nan,nan inf'/><rect x='1e38' width='1e38' height='1e-38' rx='-1'/>"),
    _svg("<text>\u202e\u0301\u200b</text><text>  </text><text><tspan x='1 2 3' dy='a'>é</tspan></text>"),
    _svg("<?xml-stylesheet href='x.css'?><!-- -- --><rect width='9' height='9'/>"),
    _svg("<![CDATA[x]]><title/><desc>\ufffe</desc>"),
    _svg("<rect width='5' height='5'/>", 'viewBox="0 0 1e9 1e-9"'),
    _svg("<rect width='5' height='5'/>", 'viewBox="0,0,9,9" width="1e400" height="nan" preserveAspectRatio="x"'),
    _svg("<rect id='a' width='5' height='5'/><rect id='a' width='5' height='5'/><g id=''/>",
         'viewBox="-9 -9 18 18" xml:lang="zz-"'),
    _svg("<linearGradient id='g'><stop offset='x' stop-color='?'/></linearGradient>"
         "<radialGradient id='r' r='0' href='#g'/>"
         "<rect fill='url(#r)' stroke='url(#g) red' stroke-dasharray='0 0' stroke-width='-1' width='9' height='9'/>"),
]  # fmt: skip
