# SPDX-License-Identifier: MIT
from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import HashMismatch
from app.package.bag import BagWriter
from app.package.build import english
from app.package.names import LOG, NOT_INCLUDED, PUBLIC_KEY, REPORT, SIGNATURE
from app.package.order import prepare
from app.package.writing import bytes_of, write_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.package.order import Order


@pytest.fixture
def order(vault, catalogue, clock) -> Iterator[Order]:
    made = prepare(vault, catalogue=catalogue, clock=clock)
    yield made
    made.close()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7 small")
    return path


def test_every_file_is_written_once_and_the_note_last(order: Order, report: Path) -> None:
    heard: list[int] = []
    bag = BagWriter(io.BytesIO(), "folder", order.dossier.prepared.utc)
    write_files(bag, order, report, english(), heard.append)
    bag.close()
    names = list(bag.sums)
    assert names[0] == REPORT
    assert names[-1] == SIGNATURE
    assert {LOG, PUBLIC_KEY, NOT_INCLUDED} < set(names)
    exhibits = [entry.exhibit for entry in order.dossier.exhibits]
    assert sum(heard) == bytes_of(exhibits) + report.stat().st_size


def test_the_lines_of_the_log_are_those_that_the_checkpoint_covers(order: Order, report: Path) -> None:
    out = io.BytesIO()
    bag = BagWriter(out, "folder", order.dossier.prepared.utc)
    write_files(bag, order, report, english(), lambda _: None)
    bag.close()
    wanted = b"".join(line + b"\n" for line in list(order.reader.records())[: order.dossier.checkpoint.size])
    assert bag.sums[LOG].size_bytes == len(wanted)
    assert wanted in out.getvalue()


def test_bytes_that_are_not_those_of_the_record_stop_it(order: Order, report: Path) -> None:
    class Lying:
        def parts(self, _exhibit_id: str) -> Iterator[bytes]:
            yield b"other bytes"

        def close(self) -> None:
            pass

    with pytest.raises(HashMismatch, match="TJH/1"):
        write_files(
            BagWriter(io.BytesIO(), "folder", order.dossier.prepared.utc),
            replace(order, originals=Lying()),
            report,
            english(),
            lambda _: None,
        )
