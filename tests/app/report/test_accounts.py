# SPDX-License-Identifier: MIT
"""Accounts in full: how each is known, code points, and the words to copy."""

from dataclasses import replace

from app.model import DisplayName, ExhibitId, Provenance, SeenIn, Strength
from app.report.accounts import draw_accounts


def drawn(sheet_of, dossier, **facts):
    first = dossier.accounts[0]
    one = replace(first, account=replace(first.account, **facts))
    sheet = sheet_of(replace(dossier, accounts=(one,)))
    draw_accounts(sheet)
    return sheet.pen.said


def test_the_sample_says_how_strong_each_identifier_is(page_with):
    text = page_with("Accounts and what to preserve")
    assert "Skype Name. Fixed; cannot be changed by the account holder." in text
    assert "Username. Can be changed by the account holder: act on the dates below." in text
    assert "19 Nov 2026 22:14 GMT to 23 Nov 2026 23:51 GMT" in text


def test_the_preservation_words_hold_the_identifier_unspaced(page_with):
    text = page_with("Accounts and what to preserve")
    assert "Microsoft account with Skype Name live:.cid.8f3a1b2c4d5e6f70: registration details" in text
    assert "19 November 2026 to 24 November 2026 UTC." in text


def test_a_name_with_more_than_latin_has_its_code_points(page_with):
    text = page_with("Accounts and what to preserve")
    assert text.count("Code points") == 1
    assert "0041 006D 0065 006C 0069 0065 0020 004C 002E 0020 1F48B" in text


def test_a_name_in_another_script_has_its_code_points(sheet_of, sample):
    at = sample[0].prepared.utc
    said = drawn(sheet_of, sample[0], display_names=(DisplayName("\u0410\u043d\u043d\u0430", at),))
    assert "0410 043D 043D 0430" in said


def test_a_letter_that_looks_like_a_plain_one_is_named(sheet_of, sample):
    at = sample[0].prepared.utc
    said = drawn(sheet_of, sample[0], display_names=(DisplayName("\u0410melie", at),))
    assert "Looks alike “\u0410” is U+0410 CYRILLIC CAPITAL LETTER A; it looks like “A”." in said
    assert "Looks alike" not in drawn(sheet_of, sample[0], display_names=(DisplayName("Amelie", at),))


def test_an_identifier_that_is_not_plain_has_its_code_points(sheet_of, sample):
    said = drawn(sheet_of, sample[0], stable_id="\u0430melie", display_names=())
    assert "0430 006D 0065 006C 0069 0065" in said
    assert "“\u0430” is U+0430 CYRILLIC SMALL LETTER A; it looks like “a”." in said


def test_read_and_pasted_agree_or_differ_by_what_is_stored(sheet_of, sample):
    both = {"known_by": None, "provenance": Provenance.READ_AND_PASTED}
    assert "Both agree." in drawn(sheet_of, sample[0], **both)
    differing = drawn(sheet_of, sample[0], **both, pasted="live:.cid.8f3alb2c4d5e6f70")
    assert "The two differ." in differing
    assert "Both agree." not in differing


def test_what_was_read_says_how_sure_it_was_and_what_was_settled(sheet_of, sample):
    read = {
        "known_by": None, "provenance": Provenance.READ, "read_as": "Iive:.cid.8f3a1b2c4d5e6f70",
        "read_settled": "live:.cid.8f3a1b2c4d5e6f70", "read_permille": 973,
    }  # fmt: skip
    said = drawn(sheet_of, sample[0], **read)
    assert "by the program, and kept by" in said
    assert "97 % sure" in said
    assert "Iive:.cid.8f3a1b2c4d5e6f70" in said
    plain = drawn(sheet_of, sample[0], **{**read, "read_settled": None, "read_permille": None})
    assert "% sure" not in plain
    assert "settled" not in plain


def test_agreement_is_with_what_stands_in_the_picture_not_with_what_was_kept(sheet_of, sample):
    kept = sample[0].accounts[0].account.stable_id
    both = {"known_by": None, "provenance": Provenance.READ_AND_PASTED, "pasted": kept}
    assert "The two differ." in drawn(sheet_of, sample[0], **both, read_as="live:.cid.8f3alb2c4d5e6f70")
    settled = drawn(sheet_of, sample[0], **both, read_as="live:.cid.8f3alb2c4d5e6f70", read_settled=kept)
    assert "Both agree." in settled


def test_without_an_identifier_nothing_is_asked_of_a_company(sheet_of, sample):
    said = drawn(sheet_of, sample[0], stable_id=None)
    assert "Please preserve" not in said
    assert "No identifier is known yet" in said


def test_an_identifier_of_an_unknown_form_is_not_called_a_name_only(sheet_of, sample):
    said = drawn(sheet_of, sample[0], strength=Strength.WEAK, id_kind=None)
    assert "Not of a form known here" in said
    assert "A displayed name only" not in said
    name = drawn(sheet_of, sample[0], strength=Strength.WEAK, id_kind=None, stable_id=None)
    assert "A displayed name only" in name


def test_a_telephone_number_is_not_called_fixed(page_with):
    text = page_with("3. WhatsApp (Meta)")
    assert "Phone number. Can be changed by the account holder" in text


def test_who_is_behind_it_is_joined_by_the_person_not_by_the_program(sheet_of, sample):
    one = replace(sample[0].accounts[0], offender="the one who calls himself Kevin", joined=(1, 3))
    sheet = sheet_of(replace(sample[0], accounts=(one,)))
    draw_accounts(sheet)
    said = " ".join(sheet.pen.said.split())
    assert (
        "\u201cthe one who calls himself Kevin\u201d: accounts 1 and 3. Joined by Tom, not by the program."
        in said
    )
    sheet = sheet_of(replace(sample[0], accounts=(replace(one, joined=()),)))
    draw_accounts(sheet)
    assert "Named by Tom, not by the program." in sheet.pen.said


def test_headers_are_printed_in_full_over_as_many_lines_as_they_take(sheet_of, sample):
    headers = "Received: from " + "mail-relay-" * 60 + "\n\tby mx.example.org\nMessage-ID: <1@example.org>"
    sheet = sheet_of(sample[0])
    one = replace(sample[0].accounts[0], account=replace(sample[0].accounts[0].account, headers=headers))
    sheet = sheet_of(replace(sample[0], accounts=(one,)))
    draw_accounts(sheet)
    assert "mail-relay-" * 60 in sheet.pen.said.replace(" ", "")
    assert "Message-ID: <1@example.org>" in sheet.pen.said
    assert "    by mx.example.org" in [text for _, _, text in sheet.pen.lines]
    assert "Please preserve the message with these headers" in sheet.pen.said


def test_what_was_read_in_a_frame_of_a_conversation_names_the_frame(sheet_of, sample):
    """A frame has an id of its own; the report must not call it "the picture"."""
    dossier = sample[0]
    shown = dossier.exhibits[0]
    first = shown.exhibit.originals[0]
    frame = replace(first, id=ExhibitId("second"), ref=f"{shown.exhibit.ref}.2")
    run = replace(shown, exhibit=replace(shown.exhibit, frames=(first, frame)))
    dossier = replace(dossier, exhibits=(run, *dossier.exhibits[1:]))
    read = {"known_by": None, "provenance": Provenance.READ, "seen_in": SeenIn(frame.id)}
    assert frame.ref in drawn(sheet_of, dossier, **read)
