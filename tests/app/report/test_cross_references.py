# SPDX-License-Identifier: MIT
"""Numbers and refs in place of ids: the person joins accounts, the program joins none."""

from app.model import (
    Account,
    Call,
    Contact,
    Demand,
    EntryId,
    ExhibitId,
    Offender,
    Payment,
    Place,
    PlaceKind,
    Rect,
    SeenIn,
    Strength,
)  # fmt: skip
from app.report.cross_references import Crossed
from app.timeline import Told
from tests.app.report.dossiers import DrawnCatalogue
from tests.app.timeline.cases import AT, CASE, entries, entry, exhibit

KEVIN = EntryId("offender1")


def account(**changed):
    return Account("skype", "live:a", "Skype Name", Strength.STRONG, **changed)


def crossed(*, shown=(), offenders=(), **facts):
    return Crossed(Told(CASE, **facts), offenders, DrawnCatalogue(), shown)


def test_accounts_the_person_joined_know_each_other_by_number():
    joined, alone = account(offender=KEVIN), account()
    made = crossed(
        accounts=entries(joined, alone, joined), offenders=entries(Offender("Kevin, he says"))
    ).accounts
    assert [one.joined for one in made] == [(1, 3), (), (1, 3)]
    assert [one.offender for one in made] == ["Kevin, he says", None, "Kevin, he says"]


def test_one_account_of_an_offender_is_joined_with_none():
    (made,) = crossed(accounts=entries(account(offender=KEVIN)), offenders=entries(Offender("x"))).accounts
    assert (made.offender, made.joined) == ("x", ())


def test_accounts_alike_are_not_joined_by_the_program():
    made = crossed(
        accounts=entries(account(offender=EntryId("gone")), account(offender=EntryId("gone")))
    ).accounts
    assert [(one.offender, one.joined) for one in made] == [(None, ()), (None, ())]


def test_a_payment_names_the_account_that_asked_and_where_its_number_stands():
    payment = Payment(
        "paypal", 1, "GBP", AT, account=EntryId("account1"), seen_in=SeenIn(ExhibitId("x2")),
        exhibits=(ExhibitId("x1"), ExhibitId("x1"), ExhibitId("gone")),
    )  # fmt: skip
    (made,) = crossed(
        accounts=entries(account()), payments=entries(payment), exhibits=(exhibit(1), exhibit(2))
    ).payments()
    assert (made.account.number, made.read_in, made.exhibit_refs) == (1, "TJH/2", ("TJH/1",))


def test_a_demand_names_contacts_and_its_picture_only_if_it_is_in_the_report():
    demand = Demand(
        "threat", "x", AT, exhibit=ExhibitId("x1"), rect=Rect(0, 0, 5, 5),
        contacts=(EntryId("contact1"), EntryId("gone")),
    )  # fmt: skip
    facts = {"demands": entries(demand), "contacts": entries(Contact("Ellie")), "exhibits": (exhibit(1),)}
    (hidden,) = crossed(**facts).demands()
    assert (hidden.exhibit_ref, hidden.contacts, hidden.picture) == ("TJH/1", ("Ellie",), None)
    (shown,) = crossed(shown=facts["exhibits"], **facts).demands()
    assert shown.picture.ref == "TJH/1"


def test_calls_places_and_contacts_have_their_refs():
    made = crossed(
        calls=(entry(Call(None), 1), entry(Call(AT, exhibit=ExhibitId("x1")), 2)),
        contacts=entries(Contact("Ellie", platform="instagram", exhibits=(ExhibitId("x1"),))),
        places=entries(Place(PlaceKind.LINK, "page", exhibits=(ExhibitId("x1"),))),
        exhibits=(exhibit(1),),
    )
    assert [one.exhibit_ref for one in made.calls()] == ["TJH/1", None]
    assert made.contacts()[0].contact.platform == "Instagram"
    assert made.contacts()[0].exhibit_refs == made.places()[0].exhibit_refs == ("TJH/1",)
