# SPDX-License-Identifier: MIT
"""Packages taken apart and put together again, by honest and by dishonest hands."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import TYPE_CHECKING, Any

from app.custody.canonical import canonical
from app.custody.checkpoint import make_checkpoint, sign_note
from app.custody.log import FIRST_PREV, leaf_hash
from app.custody.tree import Frontier
from app.hashing import sha256_of
from app.package.names import (
    CHECKPOINT,
    LOG,
    MANIFEST_256,
    MANIFEST_512,
    PUBLIC_KEY,
    SIGNATURE,
    TAG_MANIFEST,
)
from app.package.signature import text_to_sign
from app.report.build import ReportBuilt

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.custody.checkpoint import SigningKey
    from app.report.dossier import Dossier


def write_small_report(dossier: Dossier, _originals: object, out: Path, **_others: object) -> ReportBuilt:
    """A few lines that the dossier decides stand where the PDF belongs."""
    lines = ["%PDF-1.7", dossier.ref, str(dossier.checkpoint.size), dossier.checkpoint.root]
    out.write_text("\n".join(lines), encoding="utf-8")
    return ReportBuilt(out, sha256_of(out.read_bytes()), 1, out.stat().st_size, ("Page 1", dossier.ref))


def files_of(package: Path) -> dict[str, bytes]:
    """Return every file of a package by its name inside the package's folder."""
    with zipfile.ZipFile(package) as opened:
        return {name.partition("/")[2]: opened.read(name) for name in opened.namelist()}


def zipped(files: Mapping[str, bytes], out: Path, *, folder: str = "JAS_evidence_20261124_v1/") -> Path:
    """Return a ZIP of these files, deflated, as any other program might make it."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(f"{folder}{name}", data)
    return out


def unpacked(files: Mapping[str, bytes], folder: Path) -> Path:
    """Return a folder with these files."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def with_lists_rebuilt(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with every list written anew around them; the second note stays as it was."""
    made = dict(files)
    payload = [name for name in made if name.startswith("data/")]
    made[MANIFEST_256] = _list(made, payload, sha256_of)
    made[MANIFEST_512] = _list(made, payload, lambda data: hashlib.sha512(data).hexdigest())
    size = sum(len(made[name]) for name in payload)
    info = made["bag-info.txt"].decode().splitlines()
    info = [line for line in info if not line.startswith("Payload-Oxum")]
    made["bag-info.txt"] = "".join(
        f"{line}\n" for line in sorted([*info, f"Payload-Oxum: {size}.{len(payload)}"])
    ).encode()
    tags = [name for name in made if name not in payload and name not in {TAG_MANIFEST, SIGNATURE}]
    made[TAG_MANIFEST] = _list(made, tags, sha256_of)
    return made


def resigned(files: Mapping[str, bytes], key: SigningKey) -> dict[str, bytes]:
    """Return the files with lists and second note made anew: what only the holder of the key can do."""
    made = with_lists_rebuilt(files)
    name = made[PUBLIC_KEY].decode().partition("+")[0]
    made[SIGNATURE] = sign_note(text_to_sign(sha256_of(made[TAG_MANIFEST])), name, key).encode()
    return made


def with_log(
    files: Mapping[str, bytes],
    key: SigningKey,
    change: Callable[[list[dict[str, Any]]], None],
    *,
    is_sealed: bool = False,
) -> dict[str, bytes]:
    """Return the files with another log, chained and signed anew by the holder of the key.

    ``is_sealed``: its checkpoint records say what is true of the new log, so that they give nothing away.
    """
    records = [json.loads(line) for line in files[LOG].splitlines()]
    change(records)
    lines: list[bytes] = []
    frontier, prev = Frontier(), FIRST_PREV
    for seq, record in enumerate(records, start=1):
        if is_sealed and record["type"] == "checkpoint":
            record["data"] |= {"size": frontier.size, "root": frontier.root}
        lines.append(canonical({**record, "seq": seq, "prev": prev}))
        prev = leaf_hash(lines[-1])
        frontier = frontier.append(prev)
    name = files[PUBLIC_KEY].decode().partition("+")[0]
    note = make_checkpoint(name, frontier.size, frontier.root, key)
    log = b"".join(line + b"\n" for line in lines)
    return resigned({**files, LOG: log, CHECKPOINT: note.encode()}, key)


def _list(files: Mapping[str, bytes], names: list[str], value: Callable[[bytes], str]) -> bytes:
    return "".join(f"{value(files[name])}  {name}\n" for name in sorted(names)).encode()
