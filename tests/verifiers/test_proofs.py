# SPDX-License-Identifier: MIT
"""Both verifiers say the same of earlier heads, of parts of a case, and of parts of a package."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.custody.canonical import canonical
from app.custody.checkpoint import SigningKey, make_checkpoint
from app.package.build import export, seal
from app.package.names import CHECKPOINTS, CONSISTENCY, INCLUSION, LEAVES, LOG, NOT_INCLUDED, REPORT
from app.package.order import prepare
from app.package.parts import AROUND_BYTES
from app.package.sealed import finish
from app.package.verify import verify
from app.package.writing import bytes_in_each
from app.report.scope import Scope
from tests.app.package.conftest import FACTS, Exported, _vault, fill_with_runs
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import FakeClock
from tests.fakes.packages import files_of, resigned, write_small_report, zipped
from tests.verifiers.node_check import NodeCheck
from tests.verifiers.test_node_check import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OTHER = "cd" * 32


@pytest.fixture(scope="module")
def page() -> Iterator[NodeCheck]:
    with NodeCheck() as running:
        yield running


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory, catalogue) -> Exported:
    """A part of a case with runs, after an export of the whole."""
    folder, clock = tmp_path_factory.mktemp("chosen"), FakeClock()
    vault = _vault(folder / "case.safehold", clock, FACTS)
    fill_with_runs(vault)
    settings = {"catalogue": catalogue, "clock": clock, "write_report": write_small_report}
    export(vault, folder / "whole.zip", **settings)
    scope = Scope(frozenset({"TJH/1", "TJH/3"}))
    built = export(vault, folder / "part.zip", scope=scope, **settings)
    count, key = vault.record_count, vault._signing_key
    vault.close()
    return Exported(built, files_of(built.path), count, key)


@pytest.fixture(scope="module")
def second_of_three(tmp_path_factory: pytest.TempPathFactory, catalogue) -> Exported:
    folder, clock = tmp_path_factory.mktemp("split"), FakeClock()
    vault = _vault(folder / "case.safehold", clock, FACTS)
    for n in range(3):
        vault.add_exhibit(acquisition(b"\x89PNG %d" % n + bytes(90_000)))
    order = prepare(vault, catalogue=catalogue, clock=clock)
    limit = bytes_in_each(order) + 90_000 + 2 * AROUND_BYTES
    built = finish(vault, order, seal(order, folder / "p.zip", write_report=write_small_report, limit=limit))
    order.close()
    count, key = vault.record_count, vault._signing_key
    vault.close()
    return Exported(built, files_of(folder / "p_2of3.zip"), count, key)


def agree(page: NodeCheck, path: Path) -> None:
    assert said(page.check(path)) == said(verify(path))


def changed(package: Exported, changes: dict[str, bytes | None], tmp_path: Path) -> Path:
    """Return the package with other files, signed anew by the holder of the key."""
    files = {name: data for name, data in (package.files | changes).items() if data is not None}
    return zipped(resigned(files, package.key), tmp_path / "changed.zip")


def test_both_find_every_form_good(
    page: NodeCheck, twice, chosen: Exported, second_of_three: Exported, tmp_path: Path
) -> None:
    for package in (*twice, chosen, second_of_three):
        path = changed(package, {}, tmp_path)
        agree(page, path)
        assert page.check(path).findings == ()


def plainly(data: bytes, change) -> bytes:
    plain = json.loads(data)
    change(plain)
    return canonical(plain)


PROOF_CHANGES = {
    "another root": lambda plain: plain["proofs"][0].update(root=OTHER),
    "a node less": lambda plain: plain["proofs"][0]["proof"].pop(),
    "a node more": lambda plain: plain["proofs"][0]["proof"].append(OTHER),
    "another node": lambda plain: plain["proofs"][0]["proof"].__setitem__(0, OTHER),
    "no digest": lambda plain: plain["proofs"][0]["proof"].__setitem__(0, "x"),
    "another size": lambda plain: plain.update(size=3),
    "another head": lambda plain: plain.update(root=OTHER),
    "none": lambda plain: plain.update(proofs=[]),
    "one twice": lambda plain: plain["proofs"].append(plain["proofs"][0]),
    "another version": lambda plain: plain.update(v=2),
    "text for a number": lambda plain: plain["proofs"][0].update(size="1", seq="1"),
    "more than there is": lambda plain: plain["proofs"][0].update(size=10**9),
    "a null": lambda plain: plain.update(proofs=None),
}


@pytest.mark.parametrize("change", sorted(PROOF_CHANGES))
def test_both_name_the_same_fault_in_a_proof(
    page: NodeCheck, twice, chosen: Exported, tmp_path: Path, change: str
) -> None:
    for package, name in ((twice[1], CONSISTENCY), (chosen, CONSISTENCY), (chosen, INCLUSION)):
        data = plainly(package.files[name], PROOF_CHANGES[change])
        agree(page, changed(package, {name: data}, tmp_path))


def test_both_name_the_same_fault_in_a_note(page: NodeCheck, twice, chosen: Exported, tmp_path: Path) -> None:
    for package in (twice[1], chosen):
        name = next(name for name in package.files if name.startswith(CHECKPOINTS))
        origin, size, _ = package.files[name].decode().split("\n")[:3]
        notes = {
            "another root": make_checkpoint(origin, int(size), OTHER, package.key),
            "another key": make_checkpoint(origin, int(size), OTHER, SigningKey.generate()),
            "another name": make_checkpoint("safehold/other", int(size), OTHER, package.key),
            "another size": make_checkpoint(origin, int(size) - 1, OTHER, package.key),
            "none at all": "no note",
        }
        for note in notes.values():
            agree(page, changed(package, {name: note.encode()}, tmp_path))
        agree(page, changed(package, {name: None}, tmp_path))
        agree(page, changed(package, {CONSISTENCY: None}, tmp_path))
        agree(page, changed(package, {f"{CHECKPOINTS}00000003.txt": package.files[name]}, tmp_path))


def test_both_name_the_same_fault_in_leaves_and_records(
    page: NodeCheck, chosen: Exported, tmp_path: Path
) -> None:
    leaves, lines = chosen.files[LEAVES], chosen.files[LOG].splitlines()
    logs = [lines[:n] + lines[n + 1 :] for n in range(0, len(lines), 3)]
    logs += [lines[::-1], lines + lines[-1:], []]
    logs += [
        [*lines[:-1], canonical(json.loads(lines[-1]) | change)] for change in ({"tz": "X"}, {"seq": 10**9})
    ]
    for log in logs:
        agree(page, changed(chosen, {LOG: b"".join(line + b"\n" for line in log)}, tmp_path))
    for data in (
        b"", leaves[:-1], leaves.upper(), leaves[65:], leaves[:-65], leaves + leaves[:65],
        b"\xff" + leaves[1:], leaves[:65] * 2, leaves.replace(b"\n", b"\r\n"),
    ):  # fmt: skip
        agree(page, changed(chosen, {LEAVES: data}, tmp_path))
    for gone in ({LEAVES: None}, {INCLUSION: None}, {LEAVES: None, INCLUSION: None}):
        agree(page, changed(chosen, gone, tmp_path))


def test_both_name_the_same_fault_in_one_of_several_parts(
    page: NodeCheck, second_of_three: Exported, tmp_path: Path
) -> None:
    def entry(**change: object) -> bytes:
        return plainly(
            second_of_three.files[NOT_INCLUDED], lambda plain: plain["not_included"][0].update(change)
        )

    infos = (b"Bag-Count: 4 of 3\n", b"Bag-Count: 2 of 3\n", b"")
    for change in (
        {REPORT: b"%PDF of its own"},
        *({NOT_INCLUDED: entry(part=part)} for part in (0, 2, 4, None)),
        {NOT_INCLUDED: entry(why="intimate")},
        *({"bag-info.txt": info} for info in infos),
    ):
        agree(page, changed(second_of_three, change, tmp_path))


def test_both_find_a_changed_byte_in_every_file_of_a_part(
    page: NodeCheck, chosen: Exported, tmp_path: Path
) -> None:
    for name, data in sorted(chosen.files.items()):
        at = len(data) // 2
        other = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        path = zipped(chosen.files | {name: other}, tmp_path / "byte.zip")
        agree(page, path)
        assert verify(path).verdict == "differs", name
