# SPDX-License-Identifier: MIT
"""The way back from an exhibit to every fact that names it."""

from __future__ import annotations

from dataclasses import replace

from app.report.used_in import used_in, uses_of


def places(dossier):
    return {ref: [use.place for use in uses] for ref, uses in uses_of(dossier).items()}


def test_every_fact_that_names_an_exhibit_is_found(sample):
    found = places(sample[0])
    assert found["TJH/2"] == ["background", "account 1", "demands", "timeline"]
    assert found["TJH/5"] == ["account 3", "demands", "timeline"]


def test_a_fact_that_names_a_frame_leads_back_from_its_conversation(sample):
    dossier = sample[0]
    payment = replace(dossier.payments[0], read_in="TJH/3.2", exhibit_refs=("TJH/3",))
    found = places(replace(dossier, payments=(payment,)))
    assert found["TJH/3"] == ["account 2", "payment 1", "timeline"]


def test_captures_alone_are_no_use(sample):
    dossier = replace(sample[0], accounts=(), demands=(), calls=(), payments=(), contacts=(), places=())
    used = {line.refs for line in dossier.timeline.lines}
    assert any(used)
    assert all("timeline" in uses for uses in places(dossier).values())


def test_it_says_each_page_and_always_the_index(sheet_of, sample):
    sheet = sheet_of(sample[0], {"account 3": 4, "demands": 5, "timeline": 7, "index": 8})
    spans = used_in(sheet, "TJH/5")
    text = "".join(span.text for span in spans)
    assert text == "account 3 p 4, demands p 5, timeline p 7, exhibit index p 8"
    assert {span.to for span in spans} == {"", "account 3", "demands", "timeline", "index"}
    assert "".join(span.text for span in used_in(sheet, "TJH/99")) == "exhibit index p 8"
