# SPDX-License-Identifier: MIT
"""The copy for e-mail: it opens with its six words alone, and to the very pages of the report."""

from __future__ import annotations

import gettext
import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader

from app import paths
from app.errors import ExportFailed
from app.hashing import sha256_of
from app.passphrase import listed
from app.report import locked_copy
from app.report.build import report_bytes
from app.report.locked_copy import WORDS, LockedCopy, lock, opens_to, save_locked
from app.report.preview import PdfPages
from app.words import Words
from tests.app.report.dossiers import sample_dossier

if TYPE_CHECKING:
    from pathlib import Path

SIX = "plover anvil quartz nine lamp river"


@pytest.fixture(scope="module")
def report() -> bytes:
    words = Words.load(paths.resources() / "words" / "en", gettext.NullTranslations())
    return report_bytes(*sample_dossier(), words=words).data


@pytest.fixture(scope="module")
def locked(report: bytes) -> bytes:
    return lock(report, SIX)


def test_it_stands_where_it_was_wanted_and_opens_with_its_words(report: bytes, tmp_path: Path) -> None:
    place = tmp_path / "document.pdf"
    made = save_locked(report, place)
    assert [one.name for one in tmp_path.iterdir()] == ["document.pdf"]
    assert made.sha256 == sha256_of(place.read_bytes())
    assert len(made.words.split(" ")) == WORDS == 6
    assert set(made.words.split(" ")) <= set(listed())
    assert opens_to(place.read_bytes(), made.words, report)


def test_another_reader_gets_the_same_text_on_every_page(report: bytes, locked: bytes) -> None:
    reader = PdfReader(io.BytesIO(locked))
    assert reader.is_encrypted
    assert reader.decrypt(SIX)
    wanted = [page.extract_text() for page in PdfReader(io.BytesIO(report)).pages]
    assert [page.extract_text() for page in reader.pages] == wanted


def test_it_is_locked_as_it_should_be(locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(locked), password=SIX) as opened:
        lock_of = opened.encryption
        assert (lock_of.R, lock_of.bits) == (6, 256)
        aes_256 = pikepdf.models.EncryptionMethod.aesv3
        assert {lock_of.stream_method, lock_of.string_method, lock_of.file_method} == {aes_256}
        assert all(opened.allow)


def test_nothing_of_the_report_is_to_be_read_without_the_words(report: bytes, locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as opened:
        told = [str(value) for _, value in opened.docinfo.items()]
    assert told
    for text in [*told, "Safehold", "Skype", "en-GB", SIX, *SIX.split(" ")[:3]]:
        assert text.encode() not in locked
        assert text.encode("utf-16-be") not in locked
    for words in ("", "plover anvil quartz nine lamp", SIX.title(), f"{SIX} "):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(locked), password=words)


def test_the_owner_has_no_other_word(locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(locked), password=SIX) as opened:
        assert opened.owner_password_matched
        assert opened.user_password_matched


def test_the_document_is_the_same_document(report: bytes, locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(report)) as one, pikepdf.open(io.BytesIO(locked), password=SIX) as other:
        assert one.trailer["/ID"][0] == other.trailer["/ID"][0]


def test_its_pages_look_the_same(report: bytes, locked: bytes) -> None:
    with pikepdf.open(io.BytesIO(locked), password=SIX) as opened:
        out = io.BytesIO()
        opened.save(out, encryption=False)
    with PdfPages(report) as pages, PdfPages(out.getvalue()) as others:
        assert pages.sizes == others.sizes
        assert pages.render(0, 50) == others.render(0, 50)


def test_no_two_copies_have_the_same_bytes_or_words(report: bytes, tmp_path: Path) -> None:
    first, second = (save_locked(report, tmp_path / name) for name in ("a.pdf", "b.pdf"))
    assert first.words != second.words
    assert first.sha256 != second.sha256
    assert lock(report, SIX) != lock(report, SIX)


def changed(report: bytes) -> bytes:
    """A report with one letter of page 1 taken out."""
    with pikepdf.open(io.BytesIO(report)) as opened:
        page = opened.pages[0]
        content = page.Contents.read_bytes()
        page.Contents = opened.make_stream(content[:-20] + content[-19:])
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def test_what_opens_to_something_else_is_found(report: bytes, locked: bytes) -> None:
    assert opens_to(locked, SIX, report)
    assert not opens_to(locked, "six other words than the right", report)
    assert not opens_to(lock(changed(report), SIX), SIX, report)
    assert not opens_to(report, SIX, report)
    assert not opens_to(locked[:-900], SIX, report)


@pytest.mark.parametrize("version", ["1.4", "1.7", "2.0"])
def test_a_pdf_of_any_version_opens_to_itself(version: str) -> None:
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out, force_version=version)
    assert opens_to(lock(out.getvalue(), SIX), SIX, out.getvalue())


def test_a_copy_that_does_not_open_is_not_left(
    report: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locked_copy, "lock", lambda pdf, words: lock(pdf, f"{words} more"))
    with pytest.raises(ExportFailed):
        save_locked(report, tmp_path / "document.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_words_do_not_show_where_it_is_named() -> None:
    assert "plover" not in repr(LockedCopy("ab", SIX))
