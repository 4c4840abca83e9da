# SPDX-License-Identifier: MIT
"""The files inside the report are its tables and the signed checkpoint, and nothing else."""

import io
from dataclasses import replace

import pikepdf
import pytest

from app.report.attached import CHECKPOINT, attachments
from app.report.build import build_report, report_bytes
from app.report.scope import Scope, narrowed
from app.report.spreadsheets.every import every_table


@pytest.fixture(scope="module")
def inside():
    """Return what reads the files inside a report: bytes, MIME and relation by name."""

    def read(data):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return {
                name: (one.get_file().read_bytes(), one.get_file().mime_type, str(one.obj.AFRelationship))
                for name, one in pdf.attachments.items()
            }

    return read


def test_every_table_and_the_checkpoint_are_inside_and_no_picture(sample, words, inside):
    dossier, originals = sample
    found = inside(report_bytes(dossier, originals, words=words).data)
    tables = {name: (data, "text/csv", "/Data") for name, data in every_table(dossier, words)}
    assert found == tables | {CHECKPOINT: (dossier.note.encode(), "text/plain", "/Supplement")}


def test_each_is_described_and_reached_by_name_and_from_the_document(sample, words):
    data = report_bytes(*sample, words=words).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        by_name = {str(one.UF) for one in pdf.Root.AF}
        assert by_name == set(pdf.attachments)
        assert all(len(str(one.Desc)) > 10 for one in pdf.Root.AF)


def test_a_part_of_a_case_attaches_only_what_concerns_it(sample, words):
    dossier = sample[0]
    ref = dossier.exhibits[0].exhibit.ref
    part = narrowed(dossier, Scope(frozenset({ref})))
    whole, some = ({one.name: one.data for one in attachments(each, words)} for each in (dossier, part))
    told = b"".join(data for name, data in some.items() if name != CHECKPOINT)
    others = [entry.exhibit for entry in dossier.exhibits if entry.exhibit.ref != ref]
    assert others
    for other in others:
        assert other.sha256.encode() in whole["exhibits.csv"]
        assert other.sha256.encode() not in told
        assert f'"{other.ref}"'.encode() not in told


def test_a_dossier_without_a_note_has_no_checkpoint_inside(sample, words):
    names = {one.name for one in attachments(replace(sample[0], note=""), words)}
    assert CHECKPOINT not in names
    assert "accounts.csv" in names


def test_a_file_and_bytes_in_memory_attach_the_same(sample, words, tmp_path, inside):
    built = build_report(*sample, tmp_path / "report.pdf", words=words)
    assert inside(built.path.read_bytes()) == inside(report_bytes(*sample, words=words).data)
