# SPDX-License-Identifier: MIT
"""The table that tells a reader which letters stand behind the codes of a font in a PDF.

Source: ISO 32000-1, 9.10.3; Adobe Technical Note 5411, ToUnicode Mapping File Tutorial (100 entries a block).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_IN_A_BLOCK = 100
_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange
"""
_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def to_unicode(letters_of: Iterable[tuple[int, str]]) -> bytes:
    """Return the table for codes of one byte, each with the letters behind it."""
    lines = [f"<{code:02X}> <{letters.encode('utf-16-be').hex().upper()}>" for code, letters in letters_of]
    blocks = [lines[n : n + _MOST_IN_A_BLOCK] for n in range(0, len(lines), _MOST_IN_A_BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return f"{_HEAD}{body}{_FOOT}".encode("ascii")
