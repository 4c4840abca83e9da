# SPDX-License-Identifier: MIT
from __future__ import annotations

import errno
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.errors import Cancelled, DiskFull, ExportFailed
from app.model import CopyKind, CopyState
from app.package import sealed as sealing
from app.package.build import export, seal
from app.package.order import prepare
from app.package.sealed import finish, nothing_left_on_failure, part_of
from app.package.verify import verify
from app.report.scope import Scope
from tests.fakes.packages import write_small_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.package.sealed import PackageBuilt, Sealed
    from app.vault import Vault


@pytest.fixture
def make(vault: Vault, tmp_path: Path, catalogue, clock) -> Callable[[], PackageBuilt]:
    return lambda: export(
        vault, tmp_path / "p.zip", catalogue=catalogue, clock=clock, write_report=write_small_report
    )


@pytest.fixture
def order(vault: Vault, catalogue, clock):
    made = prepare(vault, catalogue=catalogue, clock=clock)
    yield made
    made.close()


def three(order, out: Path) -> Sealed:
    """A package and its report: two files that must both stand there, or neither."""
    return seal(order, out / "p.zip", report_pdf=out / "r.pdf", write_report=write_small_report)


def test_the_vault_lists_the_copy_with_its_place_and_bytes(make, vault: Vault, tmp_path: Path) -> None:
    built = make()
    (copy,) = vault.copies()
    assert built.copies == (copy,)
    assert (copy.kind, copy.place, copy.state) == (
        CopyKind.PACKAGE, str((tmp_path / "p.zip").absolute()), CopyState.HERE,
    )  # fmt: skip
    assert (copy.sha256, copy.seq, copy.size) == (built.sha256, built.seq, built.seq - 2)


def test_a_copy_that_was_written_over_is_on_the_list_no_more(make, vault: Vault) -> None:
    make()
    make()
    assert [copy.state for copy in vault.copies()] == [CopyState.REMOVED, CopyState.HERE]


def test_a_copy_on_another_stick_with_the_same_name_stays_on_the_list(
    make, vault: Vault, tmp_path: Path
) -> None:
    make()
    (tmp_path / "p.zip").unlink()  # that stick is with somebody else now
    make()
    assert [copy.state for copy in vault.copies()] == [CopyState.HERE, CopyState.HERE]


def test_if_one_cannot_have_its_name_none_has(
    vault: Vault, order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, real = three(order, tmp_path), sealing.put_in_place

    def fail_for_the_second(part: Path, place: Path) -> None:
        if place.suffix == ".pdf":
            raise OSError(errno.EIO, "Input/output error")
        real(part, place)

    monkeypatch.setattr(sealing, "put_in_place", fail_for_the_second)
    with pytest.raises(ExportFailed):
        finish(vault, order, made)
    assert not list(tmp_path.glob("p.*"))
    assert not list(tmp_path.glob("r.*"))
    assert {copy.state for copy in vault.copies()} == {CopyState.REMOVED}


@pytest.mark.parametrize(("number", "kind"), [(errno.ENOSPC, DiskFull), (errno.EIO, ExportFailed)])
def test_files_and_folders_that_were_begun_are_gone(tmp_path: Path, number: int, kind: type) -> None:
    file, folder = tmp_path / "a.part", tmp_path / "b.part"

    def begin_both() -> None:
        with nothing_left_on_failure(file) as left:
            file.write_bytes(b"half")
            left.append(folder)
            folder.mkdir()
            (folder / "in it").write_bytes(b"half")
            raise OSError(number, "as the system says")

    with pytest.raises(kind):
        begin_both()
    assert not file.exists()
    assert not folder.exists()


def test_what_is_not_finished_does_not_look_so() -> None:
    assert part_of(Path("a/p.zip")) == Path("a/p.zip.part")


def test_what_a_power_cut_left_is_written_over(make, tmp_path: Path) -> None:
    for name in ("p.zip.part", "p.pdf.part"):
        (tmp_path / name).write_bytes(b"half of something larger" * 10_000)
    built = make()
    assert verify(built.path).findings == ()
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("at", [0.31, 0.6, 0.95])
def test_a_stop_while_some_exhibits_are_packed_leaves_nothing(
    vault: Vault, tmp_path: Path, catalogue, clock, at: float
) -> None:
    stop = threading.Event()
    with pytest.raises(Cancelled):
        export(
            vault,
            tmp_path / "p.zip",
            catalogue=catalogue,
            clock=clock,
            write_report=write_small_report,
            progress=lambda done: stop.set() if done >= at else None,
            cancelled=stop,
            scope=Scope(frozenset({"TJH/2"})),
        )
    assert not list(tmp_path.glob("p*"))
    assert vault.copies() == ()
