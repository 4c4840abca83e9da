# SPDX-License-Identifier: MIT
"""What looks like a fact on paper is a stored one: tampered drafts are caught, true ones never stopped."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.errors import FactInvented
from app.report import build as building
from app.report.build import page_numbers, report_bytes, timeline_bytes
from app.report.heard import Heard, HearingPen, Said
from app.report.known import Known, core_of
from app.report.layout import Sheet
from app.report.nothing_invented import COUNT, LOOKS, WORD, Reading, check
from app.report.pens import BlankPen
from app.report.writer import Writer
from tests.app.report.dossiers import changed
from tests.app.report.random_dossiers import ANY, PLAIN, dossiers

AROUND = 40  # lines before and after: a hash value needs its other line


def heard_of(dossier, writer) -> Heard:
    """Return everything the report draws."""
    pages = page_numbers(dossier, writer)
    pen = HearingPen(BlankPen())
    building._draw(Sheet(pen.pen, writer, dossier, pages), pages)
    return pen.heard


@pytest.fixture
def reading(sample, writer):
    return Reading(Known(sample[0], writer, pages=30), writer)


def refuses(reading, *lines: str | Said) -> bool:
    """Whether lines of one column are refused."""
    said = [line if isinstance(line, Said) else Said(line) for line in lines]
    try:
        reading.compare(Heard({57.0: said}))
    except FactInvented:
        return True
    return False


TRUE = (
    "@amelie.laurent_91 wrote from live:.cid.8f3a1b2c4d5e6f70.",
    "The MTCN is 583 204 9176 (Western Union), £250.00.",
    "Sent to bc1qw508…v8f3t4 on 22 Nov 23:41.",
    "Tue 24 Nov 2026, 02:31 GMT (UTC+00:00), in all £400.00",
    "Seen at https://forum.example.org/t/1432, see TJH/1-6 and page 14.",
    "Please keep 19 November 2026 to 24 November 2026 UTC.",
    "The call lasted 14 min 25 s: 22:31 to 22:46:05.",
    "Report Fraud RF26-118842, 02:26. Call 0300 123 2040? No: not in the report.",
)


@pytest.mark.parametrize("line", TRUE[:-1])
def test_a_line_of_stored_facts_passes(reading, line):
    assert not refuses(reading, line)


def test_a_number_of_our_own_that_the_words_do_not_hold_is_refused(reading):
    assert refuses(reading, TRUE[-1])


FALSE = (
    "@amelie.laurent_92 wrote",
    "live:.cid.8f3alb2c4d5e6f70",
    "The MTCN is 583 204 9177",
    "£250.01 was paid",
    "€250.00 was paid",
    "250.00 USD was paid",
    "£650.00 in all",
    "on 21 Nov 23:41",
    "on 22 Nov 23:42",
    "on 22 Nov 21:40",  # both are stored, but not together
    "Mon 24 Nov 2026",  # it was a Tuesday
    "24 Nov 2025",
    "(UTC+05:30)",
    "https://forum.example.org/t/1433",
    "https://forum.example.net/t/1432",
    "RF26-118843",
    "debit card ending 4418",
    "Sent to bc1qw508…v8f3t5",
    "TJH/1-9",
    "4d38 9f33 90f8 b105",
)


@pytest.mark.parametrize("line", FALSE)
def test_a_line_with_a_fact_that_is_not_stored_is_refused(reading, line):
    assert refuses(reading, line)


def test_an_identifier_of_plain_letters_is_known_by_its_face(reading):
    line = "ellie.hole"
    assert refuses(reading, Said("tomhole", ((0, 7),)))
    assert refuses(reading, line)
    assert not refuses(reading, Said("tomhale04", ((0, 9),)))


def test_what_breaks_at_the_end_of_a_line_is_read_on_in_the_next(reading):
    assert not refuses(reading, "bc1qw508d6qejxtdg4y5r3za", "rvary0c5xw7kv8f3t4")
    assert refuses(reading, "bc1qw508d6qejxtdg4y5r3za", "rvary0c5xw7kv8f3t5")
    assert not refuses(
        reading, "7c1e 90ab 52d4 66f0 18c3 be27 a9d1 4405", "e3f8 6b92 0dc7 31aa 58e6 fd10 c4b9 2e73"
    )
    assert refuses(
        reading, "7c1e 90ab 52d4 66f0 18c3 be27 a9d1 4405", "e3f8 6b92 0dc7 31aa 58e6 fd10 c4b9 2e74"
    )


def test_ends_of_two_cells_are_no_date(reading):
    assert not refuses(reading, "Under 18", "May disappear")


def test_the_words_of_the_person_are_stored_whatever_they_say(sample, writer_of):
    dossier = changed(
        sample[0], own_words="It was £77.50 on 3 Feb at 11:11, from evil_77@example.com. Ref 99X-1"
    )
    check(heard_of(dossier, writer_of(dossier)), dossier, writer_of(dossier), pages=30)
    assert not refuses(
        Reading(Known(dossier, writer_of(dossier)), writer_of(dossier)),
        "£77.50 on 3 Feb, evil_77@example.com",
    )


# --- a tampered draft ---


def other(character: str) -> str:
    """Return another digit or letter."""
    if character.isdigit():
        return str((int(character) + 5) % 10)
    return "k" if character in "qQ" else "q"


def tampered(lines, n):
    """Give a line with one digit or letter of one fact changed, each in turn, and the changed word."""
    line = lines[n]
    for word in WORD.finditer(line.text):
        is_fixed = any(start < word.end() and word.start() < end for start, end in line.fixed)
        if is_fixed or LOOKS.search(word[0]):
            for at in (at for at in range(*word.span()) if line.text[at].isalnum()):
                text = line.text[:at] + other(line.text[at]) + line.text[at + 1 :]
                yield Said(text, line.fixed), core_of(text[slice(*word.span())]), is_fixed


def is_another_fact(core: str, known: Known) -> bool:
    """Whether the change made another stored value, another exhibit, or numbers that may be counts."""
    numbers = [int(n.rstrip("%")) for n in COUNT.findall(core.replace(",", ""))]
    is_count = not core.strip("0123456789,-/\u00d7") and all(map(known.has_count, numbers))
    return core.startswith("TJH/") or known.has(core) or core in known.clocks or is_count


def test_every_digit_and_letter_of_every_printed_fact_is_watched(sample, writer):
    heard = heard_of(sample[0], writer)
    known = Known(sample[0], writer, pages=30)
    reading = Reading(known, writer)
    tried, missed = 0, []
    for lines in heard.columns.values():
        for n in range(len(lines)):
            start = max(0, n - AROUND)
            before, after = lines[start:n], lines[n + 1 : n + AROUND]
            if refuses(reading, *before, lines[n], *after):
                continue  # the piece that was cut out begins or ends inside a hash value
            for line, core, is_fixed in tampered(lines, n):
                tried += 1
                if not refuses(reading, *before, line, *after):
                    missed.append((line.text, core, is_fixed))
    assert tried > 2_500
    assert len(missed) < tried * 0.08
    assert [found for found in missed if found[2]] == []  # of identifiers nothing passes
    assert [found for found in missed if not is_another_fact(found[1], known)] == []


def test_the_identifier_of_another_account_beside_a_name_is_caught(sample, writer, reading):
    first, second = (entry.account.stable_id for entry in sample[0].accounts[:2])
    heard = heard_of(sample[0], writer)
    swapped = 0
    for lines in heard.columns.values():
        for n, line in enumerate(lines):
            beside = " ".join(below.text for below in lines[n + 1 : n + 4])
            if line.text.strip() == first and "Amélie" in beside:
                other_one = Said(f"@{second}", ((0, len(second) + 1),))
                swapped += refuses(reading, *lines[:n], other_one, *lines[n + 1 :])
    assert swapped == 2  # on page 1 and where the account is told of in full


def test_names_beside_an_account_without_identifier_stop_nothing(sample, writer_of):
    first, second, *others = sample[0].accounts
    unknown = replace(second, account=replace(second.account, stable_id=None))
    dossier = replace(sample[0], accounts=(first, unknown, *others))
    check(heard_of(dossier, writer_of(dossier)), dossier, writer_of(dossier), pages=30)


# --- no false alarm ---


@settings(phases=[Phase.generate], max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_true_report_is_stopped(words, faces, data):
    dossier = data.draw(dossiers(data.draw(st.sampled_from((PLAIN, ANY)))))
    writer = Writer(words, faces, dossier.prepared)
    check(heard_of(dossier, writer), dossier, writer, pages=40)


def test_the_export_stops_and_says_nothing_of_what_it_found(sample, words, monkeypatch):
    dossier, originals = sample
    report_bytes(dossier, originals, words=words)
    timeline_bytes(dossier, originals, words=words)
    monkeypatch.setattr("app.report.payments.reference_spans", lambda writer, *_: writer.own("583 204 9177"))
    with pytest.raises(FactInvented) as caught:
        report_bytes(dossier, originals, words=words)
    assert "9177" not in str(caught.value)


def test_nothing_is_left_of_a_report_that_was_stopped(sample, words, monkeypatch, tmp_path):
    monkeypatch.setattr("app.report.payments.reference_spans", lambda writer, *_: writer.own("583 204 9177"))
    with pytest.raises(FactInvented):
        building.build_report(*sample, tmp_path / "report.pdf", words=words)
    assert list(tmp_path.iterdir()) == []


def test_it_takes_a_small_part_of_the_time(sample, words):
    dossier, originals = sample
    writer = Writer(words, building.fonts.load(), dossier.prepared)
    heard = heard_of(dossier, writer)
    begun = time.process_time()
    report_bytes(dossier, originals, words=words)
    whole = time.process_time() - begun
    begun = time.process_time()
    check(heard, dossier, writer, pages=30)
    assert time.process_time() - begun < whole / 5  # measured: 3 % of this one, 7 % with 60 small pictures


@pytest.mark.parametrize("name", ["Jay2", "tom_h", "Sam.K", "~Mr 7", "\u00ff\U0003780f"])
def test_a_name_with_digits_stops_no_report_where_a_sentence_goes_on_from_it(sample, writer, name):
    dossier = changed(sample[0], call_me=name)
    check(heard_of(dossier, writer), dossier, writer, pages=40)


def test_an_invented_word_is_seen_though_a_sentence_goes_on_from_it(sample, writer):
    told = changed(sample[0], call_me="Jay2")
    with pytest.raises(FactInvented):
        check(heard_of(told, writer), changed(sample[0], call_me="Jay3"), writer, pages=40)


def test_a_name_of_one_odd_sign_stops_no_report(sample, writer):
    first, *others = sample[0].accounts
    named = replace(first.account, display_names=(replace(first.account.display_names[0], name="\x8b"),))
    dossier = replace(sample[0], accounts=(replace(first, account=named), *others))
    check(heard_of(dossier, writer), dossier, writer, pages=40)
