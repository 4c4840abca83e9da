# SPDX-License-Identifier: MIT
"""Every exhibit is in its table, with what became of it."""

import csv
import io

from app.report.spreadsheets.exhibit_table import COLUMNS, exhibits
from app.report.spreadsheets.tables import BOM


def rows_of(dossier):
    text = exhibits(dossier).decode().removeprefix(BOM)
    return list(csv.DictReader(io.StringIO(text)))


def test_every_original_is_a_row_with_its_fingerprint_in_order(sample):
    dossier = sample[0]
    rows = rows_of(dossier)
    originals = [one for exhibit in dossier.all_exhibits for one in exhibit.originals]
    assert [(row["exhibit"], row["sha256"]) for row in rows] == [
        (one.ref, one.record.content.sha256) for one in originals
    ]
    assert tuple(rows[0]) == COLUMNS


def test_what_is_held_back_says_so_and_names_no_file(sample):
    dossier = sample[0]
    held = {entry.exhibit.ref for entry in dossier.left_out} | {one.ref for one in dossier.withdrawn}
    assert held
    for row in rows_of(dossier):
        assert (row["state"] != "shown") == (row["exhibit"] in held)
        assert bool(row["file"]) == (row["state"] == "shown")
