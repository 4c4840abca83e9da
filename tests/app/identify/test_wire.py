# SPDX-License-Identifier: MIT
from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.values import Box, Doubt, Proposal, Reading
from app.identify.wire import HEAD, Found, ReadLine, ReadLines, answer, answered, receive, send

PROPOSAL = Proposal(
    platform="skype",
    kind="identifier",
    value="live:.cid.8f3a1b2c4d5e6f70",
    box=Box(1, 2, 30, 12),
    confidence=0.93,
    doubts=(Doubt(0, ("l", "I")),),
    label="Skype",
    name="Amélie",
    name_box=Box(1, 1, 9, 9),
)
FOUND = Found(1920, 1080, (PROPOSAL,))
READING = Reading("gen.beringer", 0.9, (), has_agreed=False, edges=(0.0, 0.5))


@pytest.mark.parametrize(
    "said", [FOUND, READING, ReadLines((ReadLine(Box(0, 0, 4, 4), READING),)), Found(1, 1, ())]
)
def test_an_answer_comes_back_as_it_was(said: object) -> None:
    pipe = io.BytesIO()
    send(pipe, answer(said))
    pipe.seek(0)
    plain, data = receive(pipe)
    assert answered(type(said), plain) == said
    assert data == b""


@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none()), st.binary())
def test_messages_come_whole_and_in_order(plain: dict[str, object], data: bytes) -> None:
    pipe = io.BytesIO()
    send(pipe, plain, data)
    send(pipe, {"n": 2})
    pipe.seek(0)
    assert receive(pipe) == (plain, data)
    assert receive(pipe) == ({"n": 2}, b"")
    with pytest.raises(EOFError):
        receive(pipe)


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"answer": None},
        {"answer": {"width_px": "9", "height_px": 1, "proposals": []}},
        {"answer": {"width_px": 9, "height_px": 1, "proposals": [{"platform": 3}]}},
        {"answer": {"width_px": 9, "height_px": 1, "proposals": [], "more": 1}},
    ],
)
def test_an_answer_of_another_shape_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        answered(Found, plain)


def test_a_message_far_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValueError, match="too long"):
        receive(io.BytesIO(HEAD.pack(2**31, 0)))


def test_a_message_is_an_object() -> None:
    with pytest.raises(ValueError, match="no message"):
        receive(io.BytesIO(HEAD.pack(2, 0) + b"[]"))


def test_a_message_that_is_nested_without_end_is_refused() -> None:
    text = b"[" * 100_000
    with pytest.raises(ValueError, match="no message"):
        receive(io.BytesIO(HEAD.pack(len(text), 0) + text))


@given(st.binary(max_size=200))
def test_bytes_that_are_no_message_are_refused_and_nothing_else(text: bytes) -> None:
    with suppress(ValueError, EOFError):  # any other error fails the test
        assert isinstance(receive(io.BytesIO(HEAD.pack(len(text), 0) + text))[0], dict)
    with suppress(ValueError, EOFError):
        receive(io.BytesIO(text))
