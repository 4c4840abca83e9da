# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import CodeMistyped
from app.vault.recovery import ALPHABET, new_code, read_code

PLACES = st.integers(0, 7)
CODES = st.builds(new_code)


def groups(code: str) -> list[str]:
    return code.split("-")


def test_form() -> None:
    code = new_code()
    assert [len(group) for group in groups(code)] == [4] * 8
    assert set(code) <= set(ALPHABET) | {"-"}
    assert not set("ILOU") & set(ALPHABET)
    assert len(ALPHABET) == 32  # 24 free characters of 5 bits: 120 bits


def test_codes_differ() -> None:
    assert len({new_code() for _ in range(200)}) == 200


@given(CODES, st.sampled_from(["-", " ", "", " - ", "\n", "\u2013", "."]))
def test_read_as_people_type_it(code: str, between: str) -> None:
    typed = between.join(groups(code)).lower().replace("1", "l").replace("0", "o")
    assert read_code(f"  {typed} ") == code


@given(CODES, PLACES, st.integers(0, 3), st.sampled_from(ALPHABET))
def test_one_wrong_character_names_its_group(code: str, place: int, at: int, wrong: str) -> None:
    typed = groups(code)
    if typed[place][at] == wrong:
        return
    typed[place] = typed[place][:at] + wrong + typed[place][at + 1 :]
    with pytest.raises(CodeMistyped) as mistyped:
        read_code("".join(typed))
    assert mistyped.value.group == place + 1


@given(CODES, PLACES, st.integers(0, 2))
def test_neighbours_swapped_name_their_group(code: str, place: int, at: int) -> None:
    typed = groups(code)
    group = typed[place]
    swapped = group[:at] + group[at + 1] + group[at] + group[at + 2 :]
    if swapped == group:
        return
    typed[place] = swapped
    with pytest.raises(CodeMistyped) as mistyped:
        read_code("-".join(typed))
    assert mistyped.value.group == place + 1


@given(CODES, PLACES, PLACES)
def test_a_group_in_anothers_place_is_seen(code: str, one: int, other: int) -> None:
    typed = groups(code)
    if one == other or typed[one] == typed[other]:
        return
    typed[one], typed[other] = typed[other], typed[one]
    with pytest.raises(CodeMistyped) as mistyped:
        read_code("-".join(typed))
    assert mistyped.value.group == min(one, other) + 1


@pytest.mark.parametrize("left_out", range(8))
def test_a_missing_group_is_told_as_such(left_out: int) -> None:
    typed = groups(new_code())
    del typed[left_out]
    with pytest.raises(CodeMistyped) as mistyped:
        read_code("-".join(typed))
    assert mistyped.value.group == 0


def test_a_missing_character_names_its_group() -> None:
    typed = groups(new_code())
    typed[4] = typed[4][1:]
    with pytest.raises(CodeMistyped) as mistyped:
        read_code(" ".join(typed))
    assert mistyped.value.group == 5


@given(st.text(max_size=60))
def test_anything_else_is_refused_cleanly(typed: str) -> None:
    with pytest.raises(CodeMistyped):
        read_code(typed)
