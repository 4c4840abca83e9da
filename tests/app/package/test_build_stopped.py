# SPDX-License-Identifier: MIT
"""What stops an export before its end, and what is left of it then: nothing that looks finished."""

from __future__ import annotations

import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import (
    Cancelled,
    DiskFull,
    ExportFailed,
    HashMismatch,
    PicturesNotAllowed,
    VaultLocked,
)
from app.model import Certainty, Event, Under18
from app.package.build import export, prepare, seal
from app.package.sealed import discard, finish
from app.package.verify import verify
from tests.fakes.acquisitions import acquisition
from tests.fakes.packages import write_small_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.identify.platforms import Catalogue
    from app.report.build import ReportBuilt
    from app.report.dossier import Dossier
    from app.vault import Vault
    from tests.fakes.clock import FakeClock


def slow_report(
    dossier: Dossier, originals: object, out: Path, *, progress: Callable[[float], None], **others: object
) -> ReportBuilt:
    """Writes a little, tells how far it is, and goes on."""
    for step in range(10):
        out.write_bytes(b"half")
        progress(step / 10)
    return write_small_report(dossier, originals, out, **others)


def test_progress_grows_to_the_end(make) -> None:
    heard: list[float] = []
    make(progress=heard.append)
    assert heard == sorted(heard)
    assert 0 <= heard[0] <= heard[-1] <= 1
    assert heard[-1] > 0.99


@pytest.mark.parametrize("at", [0.0, 0.2, 0.5, 0.75, 0.95])
def test_a_stop_at_any_time_leaves_nothing(make, vault: Vault, tmp_path: Path, at: float) -> None:
    stop = threading.Event()
    stop_at = lambda done: stop.set() if done >= at else None  # noqa: E731
    with pytest.raises(Cancelled):
        make(
            progress=stop_at,
            cancelled=stop,
            report_pdf=tmp_path / "out" / "report.pdf",
            write_report=slow_report,
        )
    assert list((tmp_path / "out").iterdir()) == []
    assert not any(b"export.create" in line for line in vault.records())


def test_an_older_package_at_the_place_stays_whole_if_the_new_one_fails(make, tmp_path: Path) -> None:
    make()
    before = (tmp_path / "out" / "package.zip").read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(DiskFull):
        make(write_report=fail)
    assert (tmp_path / "out" / "package.zip").read_bytes() == before
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["package.zip"]


def test_other_failures_of_the_disk_are_failed_exports(
    vault: Vault, tmp_path: Path, catalogue, clock
) -> None:
    with pytest.raises(ExportFailed, match="could not be written"):
        export(
            vault,
            tmp_path / "gone" / "p.zip",
            catalogue=catalogue,
            clock=clock,
            write_report=write_small_report,
        )


def test_a_vault_locked_meanwhile_leaves_nothing(vault: Vault, tmp_path: Path, catalogue, clock) -> None:
    order = prepare(vault, catalogue=catalogue, clock=clock)
    sealed = seal(order, tmp_path / "p.zip", write_report=write_small_report)
    order.close()
    assert sorted(path.name for path in tmp_path.glob("p.*")) == ["p.zip.part"]
    vault.close()
    with pytest.raises(VaultLocked):
        finish(vault, order, sealed)
    assert not list(tmp_path.glob("p.*"))


def test_a_sealed_package_can_be_given_up(vault: Vault, tmp_path: Path, catalogue, clock) -> None:
    order = prepare(vault, catalogue=catalogue, clock=clock)
    discard(seal(order, tmp_path / "p.zip", write_report=write_small_report))
    order.close()
    assert not list(tmp_path.glob("p.*"))


def test_it_can_be_written_in_another_thread_while_the_case_goes_on(
    vault: Vault, tmp_path: Path, catalogue, clock
) -> None:
    order = prepare(vault, catalogue=catalogue, clock=clock)
    vault.add(Event(clock.now().utc, "Another call", Certainty.SEEN))
    vault.add_exhibit(acquisition(b"\x89PNG taken meanwhile"))
    done: list[object] = []
    writer = threading.Thread(
        target=lambda: done.append(seal(order, tmp_path / "p.zip", write_report=write_small_report))
    )
    writer.start()
    writer.join()
    order.close()
    built = finish(vault, order, done[0])
    assert built.exhibits == 2
    assert verify(built.path).findings == ()
    assert b"Another call" not in built.path.read_bytes()


def test_an_original_that_differs_stops_the_export(vault: Vault, make, tmp_path: Path) -> None:
    with vault._database.transaction():
        vault._database.run("UPDATE blob_part SET data = ? WHERE rowid = 1", (b"\x89PNG profilf",))
    with pytest.raises(HashMismatch):
        make()
    assert list((tmp_path / "out").iterdir()) == []


def test_what_the_disk_gives_back_wrong_is_not_a_package(
    vault: Vault, tmp_path: Path, catalogue, clock
) -> None:
    class Flipping:
        """Changes a byte of the ZIP as soon as reading back begins."""

        def __init__(self) -> None:
            self.done = False

        def __call__(self, share: float) -> None:
            part = tmp_path / "p.zip.part"
            if share > 0.7 and not self.done:
                self.done = True
                whole = bytearray(part.read_bytes())
                at = whole.find(b"PNG conversation")
                whole[at + 2000] ^= 1
                part.write_bytes(whole)

    with pytest.raises(ExportFailed, match="read back"):
        export(
            vault,
            tmp_path / "p.zip",
            catalogue=catalogue,
            clock=clock,
            write_report=write_small_report,
            progress=Flipping(),
        )
    assert not list(tmp_path.glob("p.*"))


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_full_disk_leaves_nothing_and_has_its_name(vault: Vault, tmp_path: Path, catalogue, clock) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    order = prepare(vault, catalogue=catalogue, clock=clock)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        for limit in range(100, 9000, 1700):
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
            with pytest.raises(DiskFull):
                seal(order, tmp_path / "p.zip", write_report=write_small_report)
            assert not list(tmp_path.glob("p.*"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    built = finish(vault, order, seal(order, tmp_path / "p.zip", write_report=write_small_report))
    order.close()
    assert verify(built.path).findings == ()


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_an_answer_that_changes_during_the_export_stops_it(
    vault: Vault, tmp_path: Path, catalogue: Catalogue, clock: FakeClock, answer: Under18
) -> None:
    order = prepare(vault, catalogue=catalogue, clock=clock)
    sealed = seal(order, tmp_path / "p.zip", write_report=write_small_report)
    order.close()
    vault.revise_case(replace(vault.case().fact, under_18=answer))
    before = vault.record_count
    with pytest.raises(PicturesNotAllowed):
        finish(vault, order, sealed)
    assert vault.record_count == before
    assert list(tmp_path.glob("p.*")) == []
