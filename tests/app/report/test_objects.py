# SPDX-License-Identifier: MIT
"""Objects stand where the table says, and values read back as they were."""

import io
from datetime import UTC, datetime

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ExportFailed
from app.report.objects import ObjectFile, date, name, numbers, references, text_string


@pytest.fixture
def out():
    return io.BytesIO()


def ended(out, **said):
    """Return the PDF of a catalogue with some entries."""
    file = ObjectFile(out)
    pages = file.add(b"<</Type/Pages/Kids[]/Count 0>>")
    entries = b"".join(b"/%b %b" % (key.encode(), value) for key, value in said.items())
    file.end(file.add(b"<</Type/Catalog/Pages %d 0 R%b>>" % (pages, entries)), file.add(b"<<>>"))
    return pikepdf.open(out)


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_reads_back(text):
    with ended(io.BytesIO(), Said=text_string(text)) as pdf:
        assert str(pdf.Root.Said) == text


def test_half_of_a_pair_is_replaced_and_stops_nothing():
    assert text_string("a\ud800") == b"<FEFF0061003F>"


@given(text=st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1))
def test_any_name_reads_back(text):
    with ended(io.BytesIO(), Said=name(text)) as pdf:
        assert str(pdf.Root.Said) == f"/{text}"


@given(data=st.binary(), end=st.sampled_from([b"", b"\r", b"\n", b"\r\n"]))
def test_any_bytes_of_a_stream_read_back_whatever_they_end_in(data, end):
    out = io.BytesIO()
    file = ObjectFile(out)
    pages = file.add(b"<</Type/Pages/Kids[]/Count 0>>")
    number = file.add_stream(b"", data + end)
    file.end(file.add(b"<</Type/Catalog/Pages %d 0 R>>" % pages), file.add(b"<<>>"))
    with pikepdf.open(out) as pdf:
        assert pdf.get_object(number, 0).read_raw_bytes() == data + end
    assert b"\r\nendstream" in out.getvalue()


def test_numbers_are_short_and_references_whole():
    assert numbers((0, 595.28, 12.5, -1.004)) == b"[0 595.28 12.5 -1]"
    assert references([3, 12]) == b"[3 0 R 12 0 R]"
    assert date(datetime(2026, 11, 24, 3, 5, tzinfo=UTC)) == b"(D:20261124030500+00'00')"


def test_what_was_promised_and_never_written_is_refused(out):
    file = ObjectFile(out)
    file.reserve()
    root = file.add(b"<<>>")
    with pytest.raises(ExportFailed):
        file.end(root, root)


def test_an_object_may_be_written_long_after_its_number_was_given_out(out):
    file = ObjectFile(out)
    first = file.reserve()
    pages = file.add(b"<</Type/Pages/Kids[]/Count 0>>")
    file.put(first, b"<</Type/Catalog/Pages %d 0 R>>" % pages)
    file.end(first, file.add(b"<<>>"))
    with pikepdf.open(out) as pdf:
        assert pdf.trailer.Root.objgen == (first, 0)


def test_the_identity_is_that_of_the_bytes_before_it():
    found = []
    for text in ("one", "one", "two"):
        out = io.BytesIO()
        with ended(out, Said=text_string(text)) as pdf:
            found.append(bytes(pdf.trailer.ID[0]))
    assert found[0] == found[1] != found[2]
    assert len(found[0]) == 16
