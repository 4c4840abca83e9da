# SPDX-License-Identifier: MIT
"""Readers take the table: letters beyond the BMP, several letters for one code, no block too long."""

import re

from app.report.to_unicode import to_unicode


def test_a_code_may_stand_for_several_letters_and_for_those_beyond_the_bmp():
    table = to_unicode([(1, "क्ष"), (2, "\U0001f48b")]).decode("ascii")
    assert "<01> <0915094D0937>" in table
    assert "<02> <D83DDC8B>" in table


def test_no_block_has_more_than_100_entries():
    table = to_unicode([(n, "a") for n in range(1, 256)]).decode("ascii")
    assert [int(count) for count in re.findall(r"(\d+) beginbfchar", table)] == [100, 100, 55]
    assert table.count("<0061>") == 255
