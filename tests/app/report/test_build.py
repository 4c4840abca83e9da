# SPDX-License-Identifier: MIT
"""The finished file: same bytes for the same dossier, atomic, with its pictures unchanged."""

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from threading import Event
from zlib import decompress

import pypdf
import pytest
from PIL import Image

from app.errors import Cancelled, ExportFailed, HashMismatch, NothingToReport
from app.hashing import sha256_of
from app.model import CaseFacts, Under18
from app.paths import project_root
from app.report.build import build_report, report_bytes, timeline_bytes
from app.report.images import read_png
from app.timeline import Timeline
from tests.app.report.conftest import flat
from tests.app.report.dossiers import DrawnOriginals, changed, sample_dossier

DIGITS = re.compile(r"[0-9]+")
ONE_HASH = """
import sys, gettext
from pathlib import Path
from app.paths import resources
from app.report.build import build_report
from app.words import Words
from tests.app.report.dossiers import sample_dossier
words = Words.load(resources() / "words" / "en", gettext.NullTranslations())
dossier, originals = sample_dossier()
for _ in range(2):
    print(build_report(dossier, originals, Path(sys.argv[1]), words=words).sha256)
"""


def bare(dossier, **facts):
    """Return the dossier with nothing told but these facts."""
    empty = dict.fromkeys(
        (
            "accounts",
            "own_accounts",
            "exhibits",
            "left_out",
            "withdrawn",
            "payments",
            "demands",
            "calls",
            "contacts",
            "places",
        ),
        (),
    )
    case = CaseFacts(Under18.NO, "England", **facts)
    return replace(dossier, case=case, timeline=Timeline(()), **empty)


def test_the_same_dossier_gives_the_same_bytes_anywhere(tmp_path):
    found = set()
    for seed, zone in (("0", "UTC"), ("7", "Asia/Tokyo")):
        done = subprocess.run(
            [sys.executable, "-c", ONE_HASH, str(tmp_path / f"{seed}.pdf")],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=project_root(),
            capture_output=True,
            text=True,
            check=True,
        )
        found |= set(done.stdout.split())
    assert len(found) == 1


def test_bytes_in_memory_are_those_on_disk(sample, words, tmp_path):
    dossier, originals = sample
    built = build_report(dossier, originals, tmp_path / "report.pdf", words=words)
    kept = report_bytes(dossier, originals, words=words)
    assert (kept.sha256, kept.pages) == (built.sha256, built.pages)
    assert built.path.read_bytes() == kept.data
    assert sha256_of(kept.data) == kept.sha256
    assert built.size_bytes == len(kept.data)


def test_pixels_in_the_pdf_are_those_of_the_original(sample, build):
    dossier, originals = sample
    reader = build(dossier, originals)
    images = [image for page in reader.pages for image in page.images]
    assert len(images) == len(dossier.exhibits)
    for image, entry in zip(images, dossier.exhibits, strict=True):
        original = originals.pictures[entry.exhibit.id]
        assert image.image.tobytes() == Image.open(io.BytesIO(original)).tobytes()


def test_the_compressed_pixels_are_passed_through_byte_for_byte(sample, words):
    dossier, originals = sample
    data = report_bytes(dossier, originals, words=words).data
    for entry in dossier.exhibits:
        pixels = read_png(originals.pictures[entry.exhibit.id]).pixels
        assert decompress(pixels)
        assert data.count(pixels) == 1


def test_title_language_and_date_are_set_and_no_author(sample, build):
    reader = build(*sample)
    assert reader.metadata.title == "Victim evidence record TJH-20261124"
    assert reader.metadata.author is None
    assert reader.metadata.creation_date == sample[0].prepared.utc
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_outline_leads_to_every_part(sample, build):
    reader = build(*sample)
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles[0] == "First page"
    assert {"Accounts and what to preserve", "Timeline", "Exhibit index", "Custody summary"} <= set(titles)
    nested = [entry.title for part in reader.outline if isinstance(part, list) for entry in part]
    refs = [entry.exhibit.ref for entry in sample[0].paged]
    assert nested[-len(refs) :] == refs
    assert nested[: -len(refs)] == [
        "1. Skype (Microsoft)",
        "2. Instagram (Meta)",
        "3. WhatsApp (Meta)",
        "Payment 2. Western Union, £250.00: not collected",
        "Payment 1. Bitcoin, £150.00: cannot be recalled",
        "Demands, word for word",
    ]


def test_every_page_says_which_of_how_many_it_is_and_the_short_fingerprint(sample, build):
    reader = build(*sample)
    short = sample[0].short_fingerprint
    grouped = " ".join(short[n : n + 4] for n in range(0, 16, 4))
    for number, page in enumerate(reader.pages, 1):
        text = flat(page.extract_text())
        assert f"Page {number} of {len(reader.pages)}" in text
        assert grouped in text


def test_page_numbers_that_are_printed_are_right(sample, build):
    reader = build(*sample)
    texts = [flat(page.extract_text()) for page in reader.pages]
    wording, check = (
        re.search(pattern, texts[0]) for pattern in (r"wording: page (\d+)", r"words, page (\d+)")
    )
    assert "Accounts and what to preserve" in texts[int(wording[1]) - 1]
    assert "How to check this record" in texts[int(check[1]) - 1]
    index = next(text for text in texts if "Exhibit index" in text)
    for entry in sample[0].exhibits:
        digits = entry.exhibit.sha256
        page = re.search(rf"{digits[:4]} {digits[4:8]} (\d+)", index)[1]
        assert f"Ref: {entry.exhibit.ref} " in texts[int(page) - 1]


def test_nothing_is_printed_that_is_not_stored(sample, build):
    """Every number of four digits and more, and every amount, stands in a stored field."""
    dossier, originals = sample
    stored = "".join(re.sub(r"[\s,:.\-]", "", part) for part in stored_texts(dossier))
    text = " ".join(page.extract_text() for page in build(dossier, originals).pages)
    allowed = {"2026", "0000", "10646", "256", "64", "999"}
    for run in set(re.findall(r"[0-9]{5,}|£[0-9,.]+[0-9]", text)):
        digits = re.sub(r"[^0-9]", "", run)
        assert digits in stored or digits in allowed, run


def test_a_tampered_draft_would_be_caught(sample, build):
    """The check above fails when one digit of what is printed is not what is stored."""
    dossier, originals = sample
    stored = "".join(re.sub(r"[\s,:.\-]", "", part) for part in stored_texts(dossier))
    payment = replace(dossier.payments[1].payment, reference="5832049177")
    other = replace(dossier, payments=(dossier.payments[0], replace(dossier.payments[1], payment=payment)))
    text = build(other, originals).pages[0].extract_text().replace(" ", "")
    assert "5832049177" in text
    assert "5832049177" not in stored


def stored_texts(dossier):
    """Yield every stored value as text, sums and counts of what is stored included."""
    yield repr(dossier)
    yield from (f"{entry.payment.amount_minor / 100:.2f}" for entry in dossier.payments)
    yield f"{sum(entry.payment.amount_minor for entry in dossier.payments) / 100:.2f}"
    for exhibit in dossier.all_exhibits:
        yield f"{exhibit.number:03}"
        yield exhibit.acquired_at.strftime("%Y%m%dT%H%M%SZ")
        yield exhibit.acquired_at.strftime("%H%M%S")


def test_a_changed_original_stops_it_and_leaves_what_was_there(sample, words, tmp_path):
    dossier, originals = sample
    out = tmp_path / "report.pdf"
    out.write_bytes(b"the old one")
    exhibit = dossier.exhibits[0].exhibit
    originals.pictures[exhibit.id] = originals.pictures[exhibit.id][:-1] + b"x"
    with pytest.raises(HashMismatch, match="TJH/1"):
        build_report(dossier, originals, out, words=words)
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]
    assert out.read_bytes() == b"the old one"


def test_cancel_leaves_nothing(sample, words, tmp_path):
    dossier, originals = sample
    cancelled = Event()
    with pytest.raises(Cancelled):
        build_report(
            dossier,
            originals,
            tmp_path / "report.pdf",
            words=words,
            progress=lambda done: cancelled.set() if done > 0.4 else None,
            cancelled=cancelled,
        )
    assert list(tmp_path.iterdir()) == []


def test_progress_rises_to_one(sample, words, tmp_path):
    seen = []
    build_report(*sample, tmp_path / "report.pdf", words=words, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert all(0 < done <= 1 for done in seen)


def test_nothing_to_tell_is_refused(sample, words, tmp_path):
    with pytest.raises(NothingToReport):
        build_report(bare(sample[0]), DrawnOriginals(), tmp_path / "report.pdf", words=words)
    assert list(tmp_path.iterdir()) == []


def test_own_words_alone_are_enough(sample, build):
    reader = build(bare(sample[0], own_words="It began on Thursday."))
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "It began on Thursday." in text
    assert "Exhibit index" not in text
    assert "How to check this record" in text


def test_a_place_that_cannot_be_written_is_said(sample, words, tmp_path):
    with pytest.raises(ExportFailed):
        build_report(*sample, tmp_path / "missing" / "report.pdf", words=words)


def test_under_18_prints_no_picture_and_no_description(sample, build):
    dossier, originals = sample
    from_vault = changed(dossier, under_18=Under18.YES)
    held = replace(from_vault, exhibits=(), left_out=dossier.left_out)
    reader = build(held, originals)
    assert not [image for page in reader.pages for image in page.images]


@pytest.mark.skipif(sys.platform == "win32", reason="the peak is told otherwise there")
def test_memory_does_not_grow_with_the_number_of_pictures(tmp_path):
    """Peak memory of 200 captures is within 1.3 times that of 40. Source: performance.md, G5."""
    peaks = [peak_of(count, tmp_path) for count in (40, 200)]
    assert peaks[1] <= 1.3 * peaks[0]


def peak_of(count, folder):
    """Return the peak of memory, as the system counts it, of a process that builds so many exhibit pages."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.report.many", str(count), str(folder / f"{count}.pdf")],
        cwd=project_root(),
        capture_output=True,
        text=True,
        check=True,
    )
    reader = pypdf.PdfReader(folder / f"{count}.pdf")
    assert len(reader.pages) > count
    return int(done.stdout)


def test_the_sample_is_as_it_was():
    assert sample_dossier()[0] == sample_dossier()[0]


def test_the_timeline_alone_says_what_the_report_says(sample, words, sample_pages):
    alone = timeline_bytes(*sample, words=words)
    assert alone.pages == 1
    (page,) = pypdf.PdfReader(io.BytesIO(alone.data)).pages
    text = flat(page.extract_text())
    in_report = next(text for text in sample_pages if "Timeline Times are GMT" in text)
    told = "Thu 19 Nov 21:40 Instagram account 2 follows Tom Seen TJH/3"
    assert told in text
    assert told in in_report
    assert alone.data == timeline_bytes(*sample, words=words).data


def test_a_case_without_times_has_no_timeline_to_print(sample, words):
    with pytest.raises(NothingToReport):
        timeline_bytes(bare(sample[0]), sample[1], words=words)
