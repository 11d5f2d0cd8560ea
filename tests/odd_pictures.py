"""Odd pictures: files of kinds that authors bring along, sound ones and others."""

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


def _svg(inside: str, attributes: str = 'viewBox="0 0 9 9"') -> Callable[[], bytes]:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'

    def svg() -> bytes:
        return text.encode()

    return svg


PICTURES: list[Callable[[], bytes]] = [
    png, png_16_grey, png_strip, png_dot, png_broken, png_empty, png_palette, png_clear, jpg_cmyk, jpg_is_png, jpg_grey,
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
]  # fmt: skip
