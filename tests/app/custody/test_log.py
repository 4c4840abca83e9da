# SPDX-License-Identifier: MIT
from __future__ import annotations

import hashlib
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.custody.canonical import canonical
from app.custody.log import (
    FIRST_PREV,
    MAX_RECORD_BYTES,
    check_chain,
    leaf_hash,
    read_record,
    salted_hash,
)
from app.custody.tree import root_of
from app.errors import BadInput, ChainBroken
from tests.fakes.records import chain, record

LOG = chain(12)
STATE = check_chain(LOG)


def test_a_record_holds_what_it_was_given():
    read = read_record(record(3, "ab" * 32, type="payment.add", actor="helper", data={"sha256": "cd" * 32}))
    assert (read.v, read.seq, read.prev, read.type, read.actor) == (1, 3, "ab" * 32, "payment.add", "helper")
    assert (read.ts, read.tz, read.mono_ns) == ("2026-11-24T02:16:05.123Z", "Europe/London", "5000000000")
    assert read.data == {"sha256": "cd" * 32}
    assert read.obj == "note-3"


def test_the_format_is_frozen():
    assert record() == (
        b'{"actor":"witness","boot":"4b1c9d52-0000-4000-8000-0123456789ab","clock":"system",'
        b'"data":{"words":"'
        + b"ab" * 32
        + b'"},"mono_ns":"5000000000","obj":"note-1","prev":"'
        + b"0" * 64
        + b'",'
        b'"seq":1,"tool":"Safehold 0.1.0","ts":"2026-11-24T02:16:05.123Z","type":"note.add",'
        b'"tz":"Europe/London","v":1}'
    )


def test_a_leaf_is_the_hash_value_of_a_zero_byte_and_the_record():
    assert leaf_hash(b"record") == hashlib.sha256(b"\x00record").hexdigest()


def test_a_good_log_gives_every_leaf():
    assert STATE.size == 12
    assert STATE.leaves == tuple(leaf_hash(line) for line in LOG)
    assert STATE.last_leaf == STATE.leaves[-1]


def test_an_empty_log_is_a_log():
    state = check_chain([])
    assert (state.size, state.last_leaf, state.leaves) == (0, FIRST_PREV, ())


@given(st.integers(0, 11), st.data())
def test_an_edited_byte_is_caught(index, data):
    line = LOG[index]
    place = data.draw(st.integers(0, len(line) - 1))
    value = data.draw(st.integers(0, 255).filter(lambda byte: byte != line[place]))
    lines = list(LOG)
    lines[index] = line[:place] + bytes([value]) + line[place + 1 :]
    assert is_caught(lines)


@given(st.data())
def test_a_byte_more_or_less_anywhere_in_the_file_is_caught(data):
    whole = b"\n".join(LOG)
    place = data.draw(st.integers(0, len(whole) - 1))
    added = bytes([data.draw(st.integers(0, 255))])
    assert is_caught((whole[:place] + whole[place + 1 :]).split(b"\n"))
    assert is_caught((whole[:place] + added + whole[place:]).split(b"\n"))


@given(st.integers(0, 12), st.booleans())
def test_a_record_put_in_between_is_caught_though_it_follows(index, is_renumbered):
    prev = STATE.leaves[index - 1] if index else FIRST_PREV
    added = record(index + 1, prev, data={"n": 99})
    rest = LOG[index:]
    if is_renumbered:  # the one after it numbered and chained anew, as a forger would
        rest = [canonical({**json.loads(line), "seq": n}) for n, line in enumerate(rest, index + 2)]
    assert is_caught([*LOG[:index], added, *rest])


@given(st.integers(0, 11))
def test_a_log_rebuilt_from_any_record_on_has_another_root(index):
    prev, lines = (STATE.leaves[index - 1] if index else FIRST_PREV), list(LOG[:index])
    for seq in range(index + 1, len(LOG) + 1):
        lines.append(record(seq, prev, data={"n": -seq}))
        prev = leaf_hash(lines[-1])
    assert check_chain(lines).size == STATE.size
    assert is_caught(lines)


@given(st.integers(0, 11), st.sampled_from(["ts", "actor", "type", "data", "obj", "tool", "prev", "seq"]))
def test_a_well_formed_edit_is_caught(index, key):
    values = json.loads(LOG[index])
    other = {"ts": "2026-11-24T02:16:05.124Z", "actor": "helper", "type": "account.add", "data": {"n": 99}}
    values[key] = (other | {"obj": None, "tool": "other", "prev": "ef" * 32, "seq": 40})[key]
    lines = list(LOG)
    lines[index] = canonical(values)
    assert is_caught(lines)


@given(st.integers(0, 11), st.integers(0, 11))
def test_a_reordered_log_is_caught(a, b):
    lines = list(LOG)
    lines[a], lines[b] = lines[b], lines[a]
    assert (a == b) != is_caught(lines)


@given(st.integers(0, 11), st.integers(1, 3))
def test_a_dropped_or_doubled_record_is_caught(index, count):
    assert is_caught(LOG[:index] + LOG[index + count :])
    assert is_caught(LOG[: index + 1] + [LOG[index]] * count + LOG[index + 1 :])


@given(st.integers(0, 11))
def test_a_truncated_log_is_caught_by_the_size(size):
    state = check_chain(LOG[:size])
    assert state.size != STATE.size
    assert root_of(state.leaves) != root_of(STATE.leaves)


def test_the_first_broken_record_is_named():
    with pytest.raises(ChainBroken) as caught:
        check_chain([*LOG[:4], LOG[5]])
    assert caught.value.seq == 5
    with pytest.raises(ChainBroken) as caught:
        check_chain([*LOG[:4], b"{}", *LOG[5:]])
    assert caught.value.seq == 5


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("v", 2),
        ("v", True),
        ("seq", 0),
        ("seq", True),
        ("seq", "1"),
        ("ts", "2026-11-24T02:16:05Z"),
        ("ts", "2026-11-24T02:16:05.123+00:00"),
        ("mono_ns", 5),
        ("mono_ns", "05"),
        ("mono_ns", "\u0665"),
        ("actor", "Tom"),
        ("type", "note.burn"),
        ("type", ["note.add"]),
        ("data", []),
        ("obj", ""),
        ("obj", 3),
        ("tool", None),
        ("prev", "AB" * 32),
        ("prev", "ab" * 31),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(key, value):
    values = json.loads(record())
    values[key] = value
    with pytest.raises(ChainBroken, match=key):
        read_record(canonical(values))


def test_a_key_too_many_or_too_few_is_refused():
    values = json.loads(record())
    with pytest.raises(ChainBroken, match="keys"):
        read_record(canonical(values | {"name": "x"}))
    del values["obj"]
    with pytest.raises(ChainBroken, match="keys"):
        read_record(canonical(values))
    with pytest.raises(ChainBroken, match="keys"):
        read_record(b"[]")


@pytest.mark.parametrize(
    "changed",
    [
        {"type": "note.burn"},
        {"actor": "Tom Hale"},
        {"seq": 0},
        {"prev": "x"},
        {"data": {"scale": 1.5}},
        {"obj": ""},
    ],
)
def test_a_record_that_the_format_does_not_allow_is_not_made(changed):
    with pytest.raises(BadInput):
        record(**changed)


def test_a_record_has_at_most_16_kib():
    fits = MAX_RECORD_BYTES - len(record(data={"words": ""}))
    assert len(record(data={"words": "x" * fits})) == MAX_RECORD_BYTES
    with pytest.raises(BadInput, match="16 KiB"):
        record(data={"words": "x" * (fits + 1)})
    with pytest.raises(ChainBroken, match="16 KiB"):
        read_record(b" " * (MAX_RECORD_BYTES + 1))


def test_words_stand_in_a_record_only_as_a_salted_hash_value():
    salt = bytes(range(32))
    assert salted_hash("caf\u00e9", salt) == hashlib.sha256(salt + "caf\u00e9".encode()).hexdigest()
    assert salted_hash("cafe\u0301", salt) == salted_hash("caf\u00e9", salt)
    assert salted_hash("caf\u00e9", bytes(32)) != salted_hash("caf\u00e9", salt)
    with pytest.raises(BadInput):
        salted_hash("words", salt[:31])


def test_ten_thousand_records_are_checked_within_a_second_of_work():
    lines = chain(10_000, {"sha256": "ab" * 32, "record_sha256": "cd" * 32, "size_bytes": 123456})
    began = time.process_time()
    state = check_chain(lines)
    assert time.process_time() - began < 1
    assert state.size == 10_000


def is_caught(lines: list[bytes]) -> bool:
    """Whether the chain, or the size and root that a checkpoint holds, show the change."""
    try:
        state = check_chain(lines)
    except ChainBroken:
        return True
    return (state.size, root_of(state.leaves)) != (STATE.size, root_of(STATE.leaves))
