# SPDX-License-Identifier: MIT
"""The file is called on paper as it is in the package."""

import dataclasses

from app.report.file_names import exhibit_file_name, plain_initials


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


def test_initials_become_ascii_letters_and_digits():
    assert plain_initials("../Ä J") == "J"
    assert plain_initials("é") == "EX"
