# SPDX-License-Identifier: MIT
"""Records of the custody log edited, dropped, moved or spelled otherwise, and signed heads exchanged."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from app.custody.canonical import canonical
from app.custody.log import leaf_hash
from app.package.names import LOG
from tests.verifiers.mutations.change import Change, log_lines
from tests.verifiers.mutations.content import flip
from tests.verifiers.mutations.expected import found
from tests.verifiers.mutations.sealing import covered

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original
    from tests.verifiers.mutations.expected import Named

BROKEN: tuple[Named, ...] = (("chain_broken", LOG),)


def edited(original: Original, rng: Random) -> Change:
    """One record says something else, in the form that records have."""
    lines = log_lines(original)
    at = rng.randrange(len(lines))
    record = json.loads(lines[at])
    key, value = rng.choice(_OTHERWISE)
    record[key] = value if record[key] != value else "helper" if key == "actor" else value + "1"
    lines[at] = canonical(record)
    is_last = at == len(lines) - 1
    return _with(
        original, rng, f"record {at + 1} edited", lines, (("root_differs", LOG),) if is_last else BROKEN
    )


def dropped(original: Original, rng: Random) -> Change:
    """One record is gone."""
    lines = log_lines(original)
    at = rng.randrange(len(lines))
    del lines[at]
    is_last = at == len(lines)
    return _with(
        original, rng, f"record {at + 1} gone", lines, (("size_differs", LOG),) if is_last else BROKEN
    )


def cut_short(original: Original, rng: Random) -> Change:
    """The last records are gone."""
    lines = log_lines(original)
    size = rng.randrange(len(lines))
    return _with(original, rng, f"{size} records left", lines[:size], (("size_differs", LOG),))


def moved(original: Original, rng: Random) -> Change:
    """Two records have changed places."""
    lines = log_lines(original)
    one, other = sorted(rng.sample(range(len(lines)), 2))
    lines[one], lines[other] = lines[other], lines[one]
    return _with(original, rng, f"records {one + 1} and {other + 1} exchanged", lines, BROKEN)


def doubled(original: Original, rng: Random) -> Change:
    """One record stands twice."""
    lines = log_lines(original)
    at = rng.randrange(len(lines))
    lines.insert(rng.randint(at, len(lines)), lines[at])
    return _with(original, rng, f"record {at + 1} twice", lines, BROKEN)


def appended(original: Original, rng: Random) -> Change:
    """A record more at the end, that follows from the one before."""
    lines = log_lines(original)
    last = json.loads(lines[-1])
    for _ in range(rng.randint(1, 3)):
        last |= {"seq": last["seq"] + 1, "prev": leaf_hash(lines[-1]), "type": "note.add", "data": {}}
        lines.append(canonical(last))
    return _with(original, rng, "records appended", lines, (("size_differs", LOG),))


def spelled_otherwise(original: Original, rng: Random) -> Change:
    """One record says the same in another spelling of JSON."""
    lines = log_lines(original)
    at = rng.randrange(len(lines))
    lines[at] = respelled(lines[at], rng)
    return _with(original, rng, f"record {at + 1} respelled", lines, BROKEN)


def of_another_kind(original: Original, rng: Random) -> Change:
    """One record has a key or value that records do not have."""
    lines = log_lines(original)
    at = rng.randrange(len(lines))
    record = json.loads(lines[at])
    record |= rng.choice(_NO_RECORD)
    lines[at] = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode(
        "utf-8", "surrogatepass"
    )
    return _with(original, rng, f"record {at + 1} of another kind", lines, BROKEN)


def no_record(original: Original, rng: Random) -> Change:
    """Where a record was stands something else."""
    lines = log_lines(original)
    at = rng.randrange(len(lines))
    lines[at] = rng.choice([b"", b"null", b"[]", b"{}", b"7", b'"x"', b"\xff\xfe", b"{", lines[at][:-1]])
    return _with(original, rng, f"no record {at + 1}", lines, BROKEN)


def broken_file(original: Original, rng: Random) -> Change:
    """The whole log with other line ends, a mark in front, or cut in the middle of a record."""
    log = original.files[LOG]
    other = rng.choice(
        [
            log.replace(b"\n", b"\r\n"),
            log.replace(b"\n", b"\r"),
            b"\xef\xbb\xbf" + log,
            log.decode().encode("utf-16"),
            log[: rng.randrange(1, len(log) - 1)].rstrip(b"\n"),
            log + b"\n",
            b"\n" + log,
            log[:-1],
            log[:-1] + "\u2028".encode(),
            log + b"{" + b" " * 20_000 + b"}\n",
            flip(log.rstrip(b"\n"), rng),
        ]
    )
    how, files, more = covered(original, {**original.files, LOG: other}, LOG, rng)
    expected = found(*BROKEN, *more)
    return Change(f"log in another form, {how}", expected, files=files)


def respelled(line: bytes, rng: Random) -> bytes:
    """Return the same record in another spelling, which is no longer the canonical one."""
    text = line.decode()
    record = json.loads(line)
    pairs = list(record.items())
    rng.shuffle(pairs)
    ways = [
        re.sub(r'"seq":(\d+)', r'"seq":\1.0', text),
        re.sub(r'"seq":(\d+)', r'"seq":\1e0', text),
        re.sub(r'"seq":(\d+)', r'"seq":+\1', text),
        re.sub(r'"seq":(\d+)', r'"seq":0\1', text),
        re.sub(r'"v":1', '"v":1.0', text),
        re.sub(r'"v":1', '"v":true', text),
        text.replace('"v":1', '"v":1,"v":1'),
        text.replace("{", '{"actor":"helper",', 1),
        text.replace(":", ": ", 1),
        text.replace(",", ", ", 1),
        f" {text}",
        f"{text} ",
        f"{text}\t",
        f"\ufeff{text}",
        text.replace("witness", "\\u0077itness"),
        text.replace('"tool"', '"\\u0074ool"'),
        text.replace("/", "\\/"),
        text.replace('"', "'"),
        f"{text[:-1]},}}",
        f"{text}//",
        f"[{text}]",
        json.dumps(dict([*pairs[1:], pairs[0]]), separators=(",", ":")),
    ]
    other = rng.choice(ways)
    return (other if other != text else f"{text} ").encode()


def _with(original: Original, rng: Random, what: str, lines: list[bytes], named: tuple[Named, ...]) -> Change:
    """The log has these lines, covered up in one of three ways."""
    log = b"".join(line + b"\n" for line in lines)
    if log == original.files[LOG]:
        return broken_file(original, rng)
    how, files, more = covered(original, {**original.files, LOG: log}, LOG, rng)
    return Change(f"{what}, {how}", found(*named, *more), files=files)


_OTHERWISE: tuple[tuple[str, Any], ...] = (
    ("ts", "2026-11-20T02:16:05.123Z"),
    ("tz", "Europe/Paris"),
    ("mono_ns", "1"),
    ("boot", "another"),
    ("clock", "another"),
    ("actor", "helper"),
    ("tool", "Other 1.0"),
    ("obj", "another"),
    ("data", {"said": "otherwise"}),
    ("type", "note.add"),
)
_NO_RECORD: tuple[dict[str, Any], ...] = (
    {"seq": 0},
    {"seq": -1},
    {"seq": 2**53},
    {"seq": "1"},
    {"seq": None},
    {"v": 2},
    {"v": True},
    {"v": "1"},
    {"ts": "2026-11-24 02:16:05.123Z"},
    {"ts": "2026-11-24T02:16:05Z"},
    {"ts": "\u0662026-11-24T02:16:05.123Z"},
    {"mono_ns": 5},
    {"mono_ns": "007"},
    {"mono_ns": "1" * 31},
    {"actor": "police"},
    {"tool": ""},
    {"type": "note.remove"},
    {"type": "constructor"},
    {"data": []},
    {"data": None},
    {"data": {"x": 1.5}},
    {"data": {"x": 2**53}},
    {"data": {"x": -(2**53)}},
    {"data": {"a b": 1}},
    {"data": {"\u00e4": 1}},
    {"data": {"": 1}},
    {"data": {"__proto__ ": 1}},
    {"data": {"x": "cafe\u0301"}},
    {"data": {"x": "\ud800"}},
    {"data": {"x": "y" * 17_000}},
    {"obj": ""},
    {"obj": 5},
    {"prev": "AB" * 32},
    {"prev": "ab"},
    {"more": 1},
    {"__proto__": {"seq": 1}},
)


CUSTODY: dict[str, tuple[Maker, ...]] = {
    "record edited": (edited,),
    "record dropped, moved, doubled": (dropped, cut_short, moved, doubled),
    "record appended": (appended,),
    "record spelled otherwise": (spelled_otherwise,),
    "record of no kind": (of_another_kind, no_record),
    "log in another form": (broken_file,),
}
