# SPDX-License-Identifier: MIT
"""The holder of the key hands over what is covered, or passes another copy off as the newest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.custody.canonical import canonical
from app.hashing import sha256_of
from app.package.names import DERIVATIVES, LOG, NOT_INCLUDED
from tests.fakes.packages import resigned
from tests.verifiers.mutations.change import Change, log_lines
from tests.verifiers.mutations.expected import exactly, found
from tests.verifiers.mutations.sealing import whole

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original
    from tests.verifiers.mutations.expected import Expected

    Plain = dict[str, Any]

SAID = ".record.json"


def original_beside(original: Original, rng: Random) -> Change:
    """A covered original is in the package, declared or not."""
    record = rng.choice(sorted(name for name in original.withheld if _is_acquisition(name)))
    file, ref = record.removesuffix("json") + "png", json.loads(original.withheld[record])["exhibit_ref"]
    files = original.files | {name: original.withheld[name] for name in (record, file)}
    if rng.random() < 0.5:
        return _by(original, f"{ref} there", files, found(("contradicts", record)))
    files |= _declared(original, lambda one: one.get("acquisition_id") is None or one["ref"] != ref)
    return _by(original, f"{ref} there, not declared", files, found(("contradicts", record)))


def picture_alone(original: Original, rng: Random) -> Change:
    """A covered original is in the package without its record."""
    file = rng.choice(sorted(n for n in original.withheld if n.startswith("data/exhibits/") and "png" in n))
    files = original.files | {file: original.withheld[file]}
    return _by(original, f"{file} alone", files, exactly(("not_in_log", file)))


def older_beside(original: Original, rng: Random) -> Change:
    """An older copy, or a picture joined from uncovered frames, is in the package, declared or not."""
    file = rng.choice(_older(original))
    said = file.removesuffix(".png") + SAID
    files = original.files | {file: original.withheld[file]}
    if rng.random() < 0.5:
        return _by(original, f"{file} there", files, exactly(("contradicts", file)))
    made = json.loads(original.files[said])["derivative_id"]
    files |= _declared(original, lambda one: one.get("derivative_id") != made)
    return _by(original, f"{file} there, not declared", files, exactly(("contradicts", said)))


def older_instead(original: Original, rng: Random) -> Change:
    """The newest copy is left out, declared, and an older one is in the package in its place."""
    file = rng.choice([name for name in _older(original) if "_covered" in name])
    older = json.loads(original.files[file.removesuffix(".png") + SAID])
    newest = next((n for n in _newest(original) if _said(original, n)["parents"] == older["parents"]), None)
    if newest is None:
        return older_beside(original, rng)
    files = {**original.files, file: original.withheld[file]}
    del files[newest]
    lines = json.loads(original.files[NOT_INCLUDED])
    kept = [one for one in lines["derivatives"] if one["derivative_id"] != older["derivative_id"]]
    lines["derivatives"] = [*kept, _line(original, newest)]
    files[NOT_INCLUDED] = canonical(lines)
    said = file.removesuffix(".png") + SAID
    expected = exactly(("contradicts", NOT_INCLUDED), ("contradicts", said))
    return _by(original, f"{file} in place of {newest}", files, expected)


def newest_left_out(original: Original, rng: Random) -> Change:
    """The newest copy is left out and declared, with its record or without."""
    name = rng.choice(_newest(original))
    files = dict(original.files)
    del files[name]
    lines = json.loads(files[NOT_INCLUDED])
    files[NOT_INCLUDED] = canonical({**lines, "derivatives": [*lines["derivatives"], _line(original, name)]})
    if rng.random() < 0.5:
        return _by(original, f"{name} declared", files, exactly(("contradicts", NOT_INCLUDED)))
    said = name.removesuffix(".png") + SAID
    del files[said]
    return _by(original, f"{name} and its record gone", files, found(("missing", said)))


def covered_in_name(original: Original, rng: Random) -> Change:
    """An original of which nothing is covered is left out as if it were."""
    record = rng.choice(sorted(name for name in original.files if _is_acquisition(name)))
    said = json.loads(original.files[record])
    entry = {
        "ref": said["exhibit_ref"],
        "acquisition_id": said["acquisition_id"],
        "acquired_at": said["time"]["ended_at"],
        "size_bytes": said["content"]["size_bytes"],
        "sha256": said["content"]["sha256"],
        "record_sha256": sha256_of(original.files[record]),
        "why": "covered",
    }
    lines = json.loads(original.files[NOT_INCLUDED])
    files = {name: data for name, data in original.files.items() if not name.startswith(record[:-5])}
    whole_list = {**lines, "not_included": [*lines["not_included"], entry]}
    blank = {"described": None, "withdrawn_at": None, "withdrawn_why": None, "part": None}
    entry.update({key: value for key, value in blank.items() if key in lines["not_included"][0]})
    files[NOT_INCLUDED] = canonical(whole_list)
    return _by(original, f"{record} as if covered", files, exactly(("contradicts", NOT_INCLUDED)))


def another_reason(original: Original, rng: Random) -> Change:
    """A covered original is declared for another reason, or as in another ZIP, or not at all."""
    lines = json.loads(original.files[NOT_INCLUDED])
    covered = [n for n, one in enumerate(lines["not_included"]) if one["why"] == "covered"]
    at = rng.choice(covered)
    ref = lines["not_included"][at]["ref"]
    other: Plain = rng.choice([{"why": "withdrawn"}, {"why": "other_part"}, {"part": 2}, {}])
    if other:
        lines["not_included"][at] |= other
    else:
        del lines["not_included"][at]
    expected = found(("contradicts", NOT_INCLUDED) if other else ("missing", f"{LOG}#{ref}"))
    files = {**original.files, NOT_INCLUDED: canonical(lines)}
    return _by(original, f"{ref}: {other or 'not declared'}", files, expected)


def whole_exhibit_left_out(original: Original, rng: Random) -> Change:
    """A picture is said to be left out as a whole, and its copy is in the package."""
    lines = json.loads(original.files[NOT_INCLUDED])
    one = rng.choice(
        [one for one in lines["not_included"] if one["why"] == "covered" and "." not in one["ref"]]
    )
    one["why"] = rng.choice(["intimate", "under_18"])
    stem = f"{DERIVATIVES}{one['ref'].replace('/', '-00')}_covered"
    said = min(name for name in _newest(original) if name.startswith(stem)).removesuffix(".png") + SAID
    files = {**original.files, NOT_INCLUDED: canonical(lines)}
    return _by(original, f"{one['ref']} {one['why']}", files, found(("contradicts", said)))


def impossible_copy(original: Original, rng: Random) -> Change:
    """The record of a copy says what cannot be; the log has the hash value of that very record."""
    name = rng.choice(_newest(original))
    said = name.removesuffix(".png") + SAID
    record = json.loads(original.files[said])
    what, other = rng.choice(_IMPOSSIBLE)
    record |= other(record)
    line = canonical(record)
    records = [json.loads(one) for one in log_lines(original)]
    for one in records:
        if one["obj"] == record["derivative_id"]:
            one["data"]["record_sha256"] = sha256_of(line)
    files = whole({**original.files, said: line}, records, original.key)
    return Change(f"owner: {what} in {said}", found(("contradicts", said)), files=files)


def _boxes(record: Plain, **rect: int) -> Plain:
    """Return the boxes with another first one."""
    first, *others = record["boxes"]
    return {"boxes": [{**first, "rect": {**first["rect"], **rect}}, *others]}


_IMPOSSIBLE = (
    ("a box beyond the right edge", lambda one: _boxes(one, x=one["width_px"] - 1, width=2)),
    ("a box beyond the lower edge", lambda one: _boxes(one, height=one["height_px"] + 1)),
    ("a box beyond the left edge", lambda one: _boxes(one, x=-1)),
    ("a box above the picture", lambda one: _boxes(one, y=-1)),
    ("a box without width", lambda one: _boxes(one, width=0)),
    ("a box drawn in no picture of it", lambda one: {"boxes": [{**one["boxes"][0], "drawn_in": "ab" * 32}]}),
    ("no parent", lambda _: {"parents": []}),
    ("two parents", lambda one: {"parents": one["parents"] * 2}),
    ("a strange parent", lambda _: {"parents": ["ab" * 32]}),
    ("no width", lambda _: {"width_px": None}),
    ("no height", lambda _: {"height_px": 0}),
    ("no PNG", lambda _: {"mime": "image/jpeg"}),
    ("another exhibit", lambda _: {"exhibit_ref": "TJH/1"}),
)


def _declared(original: Original, keeps: Any) -> dict[str, bytes]:
    """Return the declaration with only those lines."""
    lines = json.loads(original.files[NOT_INCLUDED])
    for part in ("not_included", "derivatives"):
        lines[part] = [one for one in lines[part] if keeps(one)]
    return {NOT_INCLUDED: canonical(lines)}


def _line(original: Original, name: str) -> Plain:
    """Return what a declaration says of a derivative."""
    made = _said(original, name)["derivative_id"]
    one = next(one for one in map(json.loads, log_lines(original)) if one["obj"] == made)
    return {"derivative_id": made, **one["data"]}


def _said(original: Original, name: str) -> Plain:
    """Return the record beside a derivative."""
    return json.loads(original.files[name.removesuffix(".png") + SAID])


def _newest(original: Original) -> list[str]:
    """Return the copies that are in the package."""
    return sorted(n for n in original.files if n.startswith(DERIVATIVES) and "_covered" in n and "png" in n)


def _older(original: Original) -> list[str]:
    """Return what was made and is not in the package, though its exhibit is."""
    return sorted(name for name in original.withheld if name.startswith(DERIVATIVES))


def _is_acquisition(name: str) -> bool:
    return name.startswith("data/exhibits/") and name.endswith(".json") and name != NOT_INCLUDED


def _by(original: Original, what: str, files: dict[str, bytes], expected: Expected) -> Change:
    """The package has these files, all listed and signed by the case's own key."""
    return Change(f"owner: {what}", expected, files=resigned(files, original.key))


COPIES: dict[str, tuple[Maker, ...]] = {
    "owner handed over what is covered": (original_beside, picture_alone, older_beside),
    "owner showed another copy, or none": (older_instead, newest_left_out, impossible_copy),
    "owner declared what is covered otherwise": (covered_in_name, another_reason, whole_exhibit_left_out),
}
