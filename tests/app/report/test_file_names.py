# SPDX-License-Identifier: MIT
"""The file is called on paper as it is in the package."""

import dataclasses
from datetime import UTC, datetime
from types import SimpleNamespace

from app.model import DerivativeKind
from app.report.file_names import derivative_file_name, exhibit_file_name, numbered, plain_initials


def test_a_file_is_called_by_ref_time_and_mode(sample):
    record = sample[0].all_exhibits[0].record
    name = exhibit_file_name(dataclasses.replace(record, exhibit_ref="TJH/12"))
    assert name == f"TJH-012_{record.time.started_at:%Y%m%dT%H%M%SZ}_{record.screen.mode.value}.png"


def test_unknown_bytes_end_in_bin_and_no_ref_is_ex(sample):
    record = sample[0].all_exhibits[0].record
    content = dataclasses.replace(record.content, mime="application/x-unknown")
    name = exhibit_file_name(dataclasses.replace(record, exhibit_ref=None, content=content))
    assert name.startswith("EX-000_")
    assert name.endswith(".bin")


def test_a_frame_has_its_place_behind_the_number(sample):
    record = sample[0].all_exhibits[0].record
    for ref, begun in (("TJH/4.1", "TJH-004_01_"), ("TJH/4.12", "TJH-004_12_"), ("J/12.123", "J-012_123_")):
        assert exhibit_file_name(dataclasses.replace(record, exhibit_ref=ref)).startswith(f"{begun}2026")


def test_what_was_made_is_called_by_the_run_and_counted():
    kept = [made("TJH/4"), made("TJH/4", DerivativeKind.JOINED_PICTURE, "image/png"), made("TJH/4")]
    exhibit = SimpleNamespace(derivatives=kept)
    names = [derivative_file_name(record, n) for n, record in numbered(exhibit)]
    assert names == ["TJH-004_run.json", "TJH-004_joined.png", "TJH-004_run_2.json"]
    odd = derivative_file_name(made(None, DerivativeKind.JOINED_PICTURE, "image/x"), 1)
    assert odd == "EX-000_joined.bin"


def made(ref, kind=DerivativeKind.RUN_RECORD, mime="application/json"):
    return SimpleNamespace(exhibit_ref=ref, kind=kind, mime=mime)


def test_initials_become_ascii_letters_and_digits():
    assert plain_initials("../Ä J") == "J"
    assert plain_initials("é") == "EX"


def test_a_year_has_four_digits_on_every_system(sample):
    record = sample[0].all_exhibits[0].record
    time = dataclasses.replace(record.time, started_at=datetime(26, 11, 24, 2, 16, 5, tzinfo=UTC))
    assert "_00261124T021605Z_" in exhibit_file_name(dataclasses.replace(record, time=time))
