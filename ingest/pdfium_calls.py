"""The functions of pdfium that run for every word and drawn object, called with plain addresses: half the time a call."""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw_pdfium

_ADDRESS = ctypes.c_void_p
_NUMBER = ctypes.c_int


def address(handle: object) -> int:
    """Return the address that a handle of pypdfium2 points to."""
    return ctypes.cast(handle, _ADDRESS).value or 0  # type: ignore[arg-type]


def _direct(function: object, result: type, *arguments: type) -> Callable[..., Any]:
    """Return a function of pdfium without the checks of its arguments; such a call is too short to let others run."""
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


# Each takes the addresses of its page, object or results, and returns a number or an address, None for none.
character_box = _direct(raw_pdfium.FPDFText_GetLooseCharBox, _NUMBER, _ADDRESS, _NUMBER, _ADDRESS)
text_object = _direct(raw_pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _NUMBER)
text_font = _direct(raw_pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
page_object = _direct(raw_pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _NUMBER)
object_kind = _direct(raw_pdfium.FPDFPageObj_GetType, _NUMBER, _ADDRESS)
object_bounds = _direct(raw_pdfium.FPDFPageObj_GetBounds, _NUMBER, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
draw_mode = _direct(raw_pdfium.FPDFPath_GetDrawMode, _NUMBER, _ADDRESS, _ADDRESS, _ADDRESS)
