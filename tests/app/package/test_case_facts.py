# SPDX-License-Identifier: MIT
from __future__ import annotations

import json

import pytest

from app.package.case_facts import add_facts
from app.package.case_graph import Graph
from tests.app.report.dossiers import sample_dossier


@pytest.fixture(scope="module")
def dossier():
    return sample_dossier()[0]


@pytest.fixture(scope="module")
def graph(dossier) -> list[dict]:
    made = Graph("case")
    add_facts(made, dossier)
    return json.loads(made.written())["@graph"]


def of_kind(graph, kind: str) -> list[dict]:
    return [node for node in graph if node["@type"] == kind]


def test_each_account_is_there_as_what_a_provider_searches_by(graph, dossier) -> None:
    accounts = [*dossier.accounts, *dossier.own_accounts]
    assert len(of_kind(graph, "observable:DigitalAccount")) == len(accounts)
    found = {node.get("observable:accountIdentifier") for node in of_kind(graph, "observable:AccountFacet")}
    assert found == {entry.account.stable_id for entry in accounts}
    shown = {node.get("observable:displayName") for node in of_kind(graph, "observable:DigitalAccountFacet")}
    named = [entry.account.display_names[-1].name for entry in accounts if entry.account.display_names]
    assert set(named) <= shown


def test_an_own_account_is_told_from_one_used_against_the_person(graph, dossier) -> None:
    whose = [node["core:description"][0] for node in of_kind(graph, "observable:DigitalAccount")]
    assert whose.count("Of the person this record is about") == len(dossier.own_accounts)


def test_their_words_come_from_an_account_and_stand_in_a_picture(graph, dossier) -> None:
    words = [node["observable:messageText"] for node in of_kind(graph, "observable:MessageFacet")]
    assert sorted(words) == sorted(quoted.demand.words for quoted in dossier.demands)
    ways = {node["core:kindOfRelationship"] for node in of_kind(graph, "observable:ObservableRelationship")}
    assert {"Received_From", "Contained_Within"} <= ways


def test_calls_and_payments_are_as_many_as_were_noted(graph, dossier) -> None:
    assert len(of_kind(graph, "observable:Call")) == len(dossier.calls)
    paid = [node for node in of_kind(graph, "core:Event") if node["core:eventType"] == "Payment"]
    assert len(paid) == len(dossier.payments)
    values = {node["types:value"] for node in of_kind(graph, "types:DictionaryEntry")}
    assert {entry.payment.method for entry in dossier.payments} <= values
