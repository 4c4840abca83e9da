# SPDX-License-Identifier: MIT
"""Files changed, dropped, added, renamed, cut, emptied or exchanged; all else stays as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.package.names import LOG, TAG_MANIFEST, is_system_file
from tests.verifiers.mutations.change import LISTS, Change, changed, name_in, payload_in
from tests.verifiers.mutations.expected import Expected, found

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original


def flipped(original: Original, rng: Random) -> Change:
    """One byte of one file is another."""
    name = name_in(original, rng)
    return _with(original, "byte flipped", name, flip(original.files[name], rng))


def flipped_often(original: Original, rng: Random) -> Change:
    """Many bytes of one file are others."""
    name = name_in(original, rng)
    data = original.files[name]
    for _ in range(rng.randint(2, 20)):
        data = flip(data, rng)
    return _with(original, "bytes flipped", name, data + b"?")


def cut(original: Original, rng: Random) -> Change:
    """One file ends early."""
    name = name_in(original, rng)
    data = original.files[name]
    return _with(original, "cut short", name, data[: rng.randrange(len(data))])


def emptied(original: Original, rng: Random) -> Change:
    """One file has no bytes."""
    return _with(original, "emptied", name_in(original, rng), b"")


def lengthened(original: Original, rng: Random) -> Change:
    """One file goes on, or begins earlier."""
    name = name_in(original, rng)
    more = rng.choice([b"\n", b" ", b"\0", b"\xef\xbb\xbf", rng.randbytes(9)])
    data = original.files[name]
    return _with(original, "lengthened", name, more + data if rng.random() < 0.3 else data + more)


def dropped(original: Original, rng: Random) -> Change:
    """One file is gone."""
    name = name_in(original, rng)
    files = {other: data for other, data in original.files.items() if other != name}
    return Change(f"dropped {name}", found(("missing", name)), files=files)


def added(original: Original, rng: Random) -> Change:
    """One file more."""
    place = rng.choice(
        ["", "data/", "data/exhibits/", "data/log/", "data/log/checkpoints/", "data/derivatives/"]
    )
    name = (
        place
        + "".join(rng.choice("abcxyz_019-") for _ in range(6))
        + rng.choice([".png", ".json", ".txt", ""])
    )
    return Change(f"added {name}", found(("extra", name)), files={**original.files, name: rng.randbytes(30)})


def added_twin(original: Original, rng: Random) -> Change:
    """A copy of a file stands under another name, where records and pictures are looked for."""
    name = payload_in(original, rng)
    stem, dot, ending = name.rpartition(".")
    twin = f"{stem}_twin{dot}{ending}"
    files = {**original.files, twin: original.files[name]}
    return Change(f"added {twin}", found(("extra", twin)), files=files)


def renamed(original: Original, rng: Random) -> Change:
    """One file has another name, perhaps by a letter's case only."""
    name = name_in(original, rng)
    new = rng.choice([name.upper(), name.title(), name + ".bak", "data/" + name, name.replace("_", "-")])
    if new == name or is_system_file(new):
        new = f"{name}~"
    files = {(new if other == name else other): data for other, data in original.files.items()}
    return Change(f"renamed {name} to {new}", found(("missing", name), ("extra", new)), files=files)


def exchanged(original: Original, rng: Random) -> Change:
    """Two files have changed places."""
    one, other = rng.sample(sorted(original.files), 2)
    files = {**original.files, one: original.files[other], other: original.files[one]}
    wanted = tuple(changed(name).all_of[0] for name in (one, other))
    if TAG_MANIFEST in {one, other}:  # then there is no list to find the other on
        wanted = (("malformed", TAG_MANIFEST),)
    if original.files[one] == original.files[other]:
        return flipped(original, rng)
    return Change(f"exchanged {one} and {other}", Expected(all_of=wanted), files=files)


def taken_from_another(original: Original, rng: Random) -> Change:
    """The records of a file of one kind stand in another of its kind."""
    alike = [name for name in original.files if name.startswith("data/exhibits/") and name.endswith(".json")]
    if len(alike) < 2:
        return exchanged(original, rng)
    one, other = rng.sample(sorted(alike), 2)
    files = {**original.files, one: original.files[other]}
    return Change(f"{other} stands in {one}", found(("changed", one)), files=files)


def folder_for_file(original: Original, rng: Random) -> Change:
    """Where a file was there is a folder with something in it."""
    name = name_in(original, rng)
    files = {other: data for other, data in original.files.items() if other != name}
    files[f"{name}/inside"] = b"x"
    return Change(f"a folder for {name}", found(("missing", name), ("extra", f"{name}/inside")), files=files)


def linked(original: Original, rng: Random) -> Change:
    """In a folder one file is a pointer to its like elsewhere."""
    name = name_in(original, rng)
    expected = found(("link", name))
    return Change(f"a link for {name}", expected, files=original.files, links=(name,), form="folder")


def without_many(original: Original, rng: Random) -> Change:
    """Half the files are gone, those that show where a package begins among them or not."""
    names = sorted(original.files)
    gone = set(rng.sample(names, len(names) // 2)) - {LOG, TAG_MANIFEST, *LISTS}
    files = {name: data for name, data in original.files.items() if name not in gone}
    return Change("half dropped", found(*(("missing", name) for name in sorted(gone))), files=files)


def _with(original: Original, what: str, name: str, data: bytes) -> Change:
    """One file has these bytes."""
    if data == original.files[name]:
        data += b"+"
    return Change(f"{what}: {name}", changed(name), files={**original.files, name: data})


def flip(data: bytes, rng: Random) -> bytes:
    """Return the bytes with one that is another."""
    if not data:
        return b"!"
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ rng.randint(1, 255)]) + data[at + 1 :]


CONTENT: dict[str, tuple[Maker, ...]] = {
    "byte flipped": (flipped, flipped_often),
    "file cut, emptied, lengthened": (cut, emptied, lengthened),
    "file dropped": (dropped, without_many),
    "file added": (added, added_twin),
    "file renamed": (renamed,),
    "files exchanged": (exchanged, taken_from_another),
    "link or folder for a file": (linked, folder_for_file),
}
