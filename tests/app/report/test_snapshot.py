# SPDX-License-Identifier: MIT
"""A real vault to a dossier: numbers, refs and reasons are worked out once and agree."""

import gettext
from dataclasses import replace
from datetime import timedelta
from threading import Event as Flag

import pypdf
import pytest

from app.errors import ChainBroken
from app.hashing import sha256_of_parts
from app.identify.platforms import Catalogue
from app.model import (
    Account,
    Acquisition,
    Certainty,
    Demand,
    Event,
    ExhibitFacts,
    Payment,
    Sensitivity,
    Strength,
    Under18,
)
from app.paths import resources
from app.report.build import build_report
from app.report.cross_references import platform_facts
from app.report.dossier import LeftOutWhy
from app.report.snapshot import snapshot
from app.sample import Sample
from app.vault import KdfParameters, Vault
from app.words import Words
from tests.app.report.dossiers import STORY, draw_picture, make_exhibit
from tests.fakes.clock import FakeClock
from tests.fakes.runs import finished_run, frame


@pytest.fixture
def catalogue():
    return Catalogue.load(resources() / "platforms")


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def vault(tmp_path, clock):
    opened = Vault.create(
        tmp_path / "case.safehold",
        "violet kettle march otter",
        clock=clock,
        facts=Sample.load(STORY).case(),
        tool="Safehold 0.1.0",
        machine_alias="heron-41",
        kdf=KdfParameters.floor(),
    )
    yield opened
    opened.close()


def add_exhibit(vault, number, text="picture", **facts):
    row = Sample.load(STORY).exhibits()[0]
    data = draw_picture(f"{text} {number}", 320, 200)
    made = make_exhibit(row, number, data, ExhibitFacts())
    record = replace(made.record, acquisition_id=f"0000{number}", exhibit_ref=None, seq=None)
    exhibit = vault.add_exhibit(Acquisition(record, data))
    return vault.revise_exhibit(exhibit.id, replace(exhibit.facts, **facts)) if facts else exhibit


def taken(vault, catalogue, clock):
    dossier, originals = snapshot(
        vault, catalogue=catalogue, moment=clock.now(), checkpoint_note=vault.checkpoint()
    )
    originals.close()
    return dossier


def test_a_run_comes_with_its_frames_and_their_bytes(vault, catalogue, clock):
    run = finished_run(vault, 3, gap_after=1)
    hidden = vault.revise_exhibit(
        finished_run(vault, 2, "another").id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE)
    )
    dossier, originals = snapshot(
        vault, catalogue=catalogue, moment=clock.now(), checkpoint_note=vault.checkpoint()
    )
    assert [entry.exhibit for entry in dossier.exhibits] == [run]
    assert [left.exhibit for left in dossier.left_out] == [hidden]
    for n, one in enumerate(run.frames, 1):
        assert b"".join(originals.parts(one.id)) == frame(n).data
    picture = run.derivatives[-1]
    assert sha256_of_parts(originals.derivative_parts(picture.derivative_id)) == picture.sha256
    originals.close()


def test_what_is_said_of_a_frame_is_said_of_its_run(vault, catalogue, clock):
    run = finished_run(vault, 3)
    third = run.frames[2].id
    vault.add(
        Account("skype", "live:.cid.8f3a1b2c4d5e6f70", "Skype Name", Strength.STRONG, exhibits=(third,))
    )
    vault.add(Demand("money", "Send 200", None, exhibit=third))
    vault.add(Demand("money", "Send 300", None, exhibit=run.id))
    dossier = taken(vault, catalogue, clock)
    assert dossier.accounts[0].exhibit_refs == ("TJH/1",)
    assert [quoted.exhibit_ref for quoted in dossier.demands] == ["TJH/1.3", "TJH/1"]


def test_an_account_knows_its_exhibits_by_ref(vault, catalogue, clock):
    entry = vault.add(Account("skype", "live:.cid.8f3a1b2c4d5e6f70", "Skype Name", Strength.STRONG))
    vault.add(Account("instagram", "tomhale04", "username", Strength.MEDIUM, is_own=True))
    exhibit = add_exhibit(vault, 1, account=entry.id)
    dossier = taken(vault, catalogue, clock)
    (account,) = dossier.accounts
    assert (account.number, account.platform.name, account.platform.provider) == (1, "Skype", "Microsoft")
    assert account.exhibit_refs == (exhibit.ref,) == ("TJH/1",)
    assert dossier.exhibits[0].account == account
    assert dossier.own_accounts[0].platform.shown_as == "@{id}"
    assert dossier.ref == "TJH-20261124"
    assert dossier.version == 1


def test_what_is_withdrawn_or_intimate_has_no_page_but_keeps_its_number(vault, catalogue, clock):
    add_exhibit(vault, 1)
    add_exhibit(vault, 2, sensitivity=Sensitivity.INTIMATE)
    third = add_exhibit(vault, 3)
    vault.withdraw_exhibit(third.id, "captured twice by mistake")
    dossier = taken(vault, catalogue, clock)
    assert [entry.exhibit.number for entry in dossier.exhibits] == [1]
    assert [(left.exhibit.number, left.why) for left in dossier.left_out] == [(2, LeftOutWhy.INTIMATE)]
    assert [exhibit.withdrawn_why for exhibit in dossier.withdrawn] == ["captured twice by mistake"]
    assert [exhibit.number for exhibit in dossier.all_exhibits] == [1, 2, 3]


def test_facts_that_named_what_was_removed_still_name_it_and_the_dossier_knows_when(vault, catalogue, clock):
    add_exhibit(vault, 1)
    second = add_exhibit(vault, 2)
    account = Account("skype", "live:.cid.8f3a1b2c4d5e6f70", "Skype Name", Strength.STRONG)
    vault.add(replace(account, exhibits=(second.id,)))
    vault.add(Demand("money", "Send 200", None, exhibit=second.id))
    gone = vault.purge_exhibit(second.id, "it shows my sister")
    dossier = taken(vault, catalogue, clock)
    assert dossier.purged == (gone,)
    assert [exhibit.number for exhibit in dossier.all_exhibits] == [1]
    assert dossier.accounts[0].exhibit_refs == ("TJH/2",)
    assert [(quoted.exhibit_ref, quoted.picture) for quoted in dossier.demands] == [("TJH/2", None)]
    assert (dossier.removed_at("TJH/2"), dossier.removed_at("TJH/1")) == (gone.at, None)
    assert dossier.custody.purged == 1


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_a_later_answer_about_age_sets_every_picture_apart(vault, catalogue, clock, answer):
    add_exhibit(vault, 1)
    vault.revise_case(replace(vault.case().fact, under_18=answer))
    dossier = taken(vault, catalogue, clock)
    assert dossier.exhibits == ()
    assert [left.why for left in dossier.left_out] == [LeftOutWhy.UNDER_18]


def test_payments_are_numbered_by_date_and_words_sorted_by_time(vault, catalogue, clock):
    at = clock.now().utc
    later, first = at + timedelta(hours=2), at + timedelta(hours=1)
    vault.add(Payment("bitcoin", 15000, "GBP", later))
    vault.add(Payment("western_union", 25000, "GBP", None))
    vault.add(Payment("western_union", 100, "GBP", first))
    vault.add(Demand("money", "second", later))
    vault.add(Demand("threat", "first", first))
    vault.add(Event(later, "later", Certainty.SEEN))
    vault.add(Event(first, "sooner", Certainty.REMEMBERED))
    dossier = taken(vault, catalogue, clock)
    assert [entry.payment.amount_minor for entry in dossier.payments] == [100, 15000, 25000]
    assert [quoted.demand.words for quoted in dossier.demands] == ["first", "second"]
    told = [dict(line.fields)["words"] for line in dossier.timeline.lines if line.event]
    assert told == ["sooner", "later"]


def test_the_checkpoint_ends_what_is_said_of_the_log(vault, catalogue, clock):
    add_exhibit(vault, 1)
    vault.check_originals(lambda done: None, Flag())
    note = vault.checkpoint()
    size = vault.record_count - 1
    add_exhibit(vault, 2)
    dossier, originals = snapshot(vault, catalogue=catalogue, moment=clock.now(), checkpoint_note=note)
    originals.close()
    assert dossier.checkpoint.size == size
    assert max(line.last for line in dossier.custody.lines) <= size
    assert dossier.custody.integrity.originals == 1
    assert dossier.custody.integrity.differ == ()
    assert len(dossier.check_words) == 6


def test_each_export_makes_the_next_version(vault, catalogue, clock):
    add_exhibit(vault, 1)
    vault.note("export.create", None, {"sha256": "0" * 64})
    assert taken(vault, catalogue, clock).version == 2


def test_another_cases_note_is_refused(vault, catalogue, clock):
    note = vault.checkpoint().replace("\n", "\nx", 1)
    with pytest.raises(ChainBroken):
        snapshot(vault, catalogue=catalogue, moment=clock.now(), checkpoint_note=note)


def test_an_unknown_platform_is_printed_as_typed(catalogue):
    facts = platform_facts(catalogue, "Some New App {id}")
    assert facts.name == "Some New App {id}"
    assert facts.provider is None
    assert "{from}" in facts.preservation


def test_a_vault_becomes_a_report_with_its_own_picture(vault, catalogue, clock, tmp_path):
    exhibit = add_exhibit(vault, 1, text="from the vault")
    dossier, originals = snapshot(
        vault, catalogue=catalogue, moment=clock.now(), checkpoint_note=vault.checkpoint()
    )
    words = Words.load(resources() / "words" / "en", gettext.NullTranslations())
    try:
        built = build_report(dossier, originals, tmp_path / "report.pdf", words=words)
    finally:
        originals.close()
    reader = pypdf.PdfReader(built.path)
    images = [image for page in reader.pages for image in page.images]
    assert len(images) == 1
    assert images[0].image.size == (320, 200)
    (page,) = (page for page in reader.pages if page.images)
    assert exhibit.sha256[:4] in page.extract_text()
