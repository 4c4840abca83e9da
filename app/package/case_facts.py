# SPDX-License-Identifier: MIT
"""Accounts, their words, calls, payments and what else happened, as nodes of a CASE/UCO graph.

UCO has no terms for a payment: it is an event whose attributes are the columns of payments.csv.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.package.case_graph import at
from app.report.spreadsheets.tables import PAYMENT_COLUMNS, PHONE, payment_row
from app.timeline import LineKind

if TYPE_CHECKING:
    from app.model import Account
    from app.package.case_graph import Graph, Ref
    from app.report.dossier import Dossier, NumberedAccount, QuotedDemand, TimedCall


def add_facts(graph: Graph, dossier: Dossier) -> None:
    """Everything with a table in the package is in the graph, as far as the ontology has terms."""
    for entry in dossier.accounts:
        _add_account(graph, entry, "Used against the person this record is about")
    for entry in dossier.own_accounts:
        _add_account(graph, entry, "Of the person this record is about")
    for quoted in dossier.demands:
        _add_words(graph, quoted, _files_by_ref(dossier))
    for timed in dossier.calls:
        _add_call(graph, timed)
    _add_payments(graph, dossier)
    _add_events(graph, dossier)


def _files_by_ref(dossier: Dossier) -> dict[str, str]:
    """Return the keys of the files by the number of the picture."""
    return {
        original.ref: f"file {original.record.acquisition_id}"
        for exhibit in dossier.all_exhibits
        for original in exhibit.originals
    }


def _add_account(graph: Graph, entry: NumberedAccount, whose: str) -> None:
    """An account is in the graph as what a provider can search by; its display name says nothing of who."""
    account, key = entry.account, f"account {entry.id}"
    facets = [
        graph.add(
            f"{key} account",
            "observable:AccountFacet",
            observable__accountIdentifier=account.stable_id,
            observable__accountIssuer=_provider(graph, entry.platform.provider),
        ),
        graph.add(
            f"{key} digital",
            "observable:DigitalAccountFacet",
            observable__displayName=_last_name(account),
        ),
        graph.add(
            f"{key} application",
            "observable:ApplicationAccountFacet",
            observable__application=graph.add(
                f"platform {entry.platform.key}", "observable:Application", core__name=entry.platform.name
            ),
        ),
    ]
    if account.id_kind == PHONE:
        number = account.stable_id
        facets.append(
            graph.add(f"{key} phone", "observable:PhoneAccountFacet", observable__phoneNumber=number)
        )
    node = graph.add(
        key,
        "observable:DigitalAccount",
        core__name=f"Account {entry.number}",
        core__description=[whose, f"Identifier: {account.strength.value}"],
        core__hasFacet=facets,
    )
    if account.profile_url:
        facet = graph.add(f"{key} url", "observable:URLFacet", observable__fullValue=account.profile_url)
        graph.relate(graph.add(f"{key} link", "observable:URL", core__hasFacet=[facet]), node, "Profile_Of")


def _last_name(account: Account) -> str | None:
    """Return the display name as last seen; UCO has room for one, accounts.csv has all."""
    names = sorted(account.display_names, key=lambda name: name.seen_at)
    return names[-1].name if names else None


def _provider(graph: Graph, name: str | None) -> Ref | None:
    return graph.add(f"provider {name}", "identity:Organization", core__name=name) if name else None


def _account_ref(graph: Graph, entry: NumberedAccount | None) -> Ref | None:
    return graph.ref(f"account {entry.id}") if entry else None


def _add_words(graph: Graph, quoted: QuotedDemand, files: dict[str, str]) -> None:
    """Their words are in the graph letter for letter, with the account and where they stand."""
    demand = quoted.demand
    key = graph.key_for("words", [demand.kind, demand.words, at(demand.at)])
    facet = graph.add(
        f"{key} message",
        "observable:MessageFacet",
        observable__messageText=demand.words,
        observable__messageType=demand.kind,
        observable__sentTime=at(demand.at),
    )
    account = _account_ref(graph, quoted.account)
    message = graph.add(key, "observable:Message", core__hasFacet=[facet])
    if account is not None:
        graph.relate(message, account, "Received_From")
    file = files.get(quoted.exhibit_ref or "")
    if file is not None:
        graph.relate(message, graph.ref(file), "Contained_Within")


def _add_call(graph: Graph, timed: TimedCall) -> None:
    call = timed.call
    key = graph.key_for("call", [at(call.started_at), call.duration_s, call.is_video])
    account = _account_ref(graph, timed.account)
    facet = graph.add(
        f"{key} call",
        "observable:CallFacet",
        observable__callType={True: "video", False: "voice", None: None}[call.is_video],
        observable__startTime=at(call.started_at),
        observable__duration=call.duration_s,
        observable__participant=[account] if account else None,
    )
    graph.add(key, "observable:Call", core__hasFacet=[facet])


def _add_payments(graph: Graph, dossier: Dossier) -> None:
    for entry in dossier.payments:
        values = dict(zip(PAYMENT_COLUMNS, payment_row(entry), strict=True))
        # From what is printed alone: a hash value of a card's number that is masked could be guessed from.
        key = graph.key_for("payment", list(values.values())[1:])
        graph.add(
            key,
            "core:Event",
            core__name=f"Payment {entry.number}",
            core__eventType="Payment",
            core__startTime=at(entry.payment.paid_at),
            core__eventAttribute=graph.attributes(f"{key} attributes", values),
            core__eventContext=_account_ref(graph, entry.account),
        )


def _add_events(graph: Graph, dossier: Dossier) -> None:
    """What the person added to the timeline is in the graph, in their words."""
    for line in dossier.timeline.lines:
        if line.kind is not LineKind.EVENT:
            continue
        graph.add(
            f"event {line.event}",
            "core:Event",
            core__eventType="Event",
            core__startTime=at(line.at),
            core__endTime=at(line.until),
            core__description=" ".join(str(value) for _, value in line.fields),
            core__tag=[line.certainty.value, line.precision.value, *(["about"] if line.is_about else [])],
        )
