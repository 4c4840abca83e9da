# SPDX-License-Identifier: MIT
"""The ID beside its label is proposed, in blue or not, with the name over it; nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from app import paths
from app.identify.finding import find
from app.identify.platforms import Catalogue
from app.identify.recogniser import Recogniser
from app.identify.values import Kind
from tests.fakes.panels import panel
from tests.fakes.panels.wallets import wallet
from tests.fakes.written import BLACK, BLUE, GREY, LIGHT_BLUE, NIGHT, WHITE, Page, profile, share_of

if TYPE_CHECKING:
    from app.identify.values import Proposal

CATALOGUE = Catalogue.load(paths.resources() / "platforms")


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser()


def found_in(page: Page, recogniser: Recogniser, wanted: str | None = None) -> tuple[Proposal, ...]:
    return find(page.pixels, recogniser.read, CATALOGUE, wanted)


@pytest.mark.parametrize("label", ["Skype", "Skype Name", "Skype ID", "Nom Skype"])
@pytest.mark.parametrize("ink", [BLUE, BLACK, GREY])
def test_the_line_beside_the_label_is_proposed(label: str, ink: str, recogniser: Recogniser) -> None:
    page, drawn = profile("live:.cid.8f3a1b2c4d5e6f70", label, ink)
    proposal = found_in(page, recogniser, "skype")[0]
    assert (proposal.platform, proposal.kind) == ("skype", Kind.IDENTIFIER)
    assert proposal.value == "live:.cid.8f3a1b2c4d5e6f70"
    assert share_of(proposal.box, drawn) > 0.75
    assert proposal.label == label
    assert proposal.name == "Amélie Laurent"
    assert {proposal.value[doubt.index] for doubt in proposal.doubts} >= {"l", "1", "0"}


def test_a_label_above_counts_on_a_dark_ground(recogniser: Recogniser) -> None:
    page = Page(ground=NIGHT)
    page.write(30, 60, "Skype Name", "#9a9a9a")
    page.write(30, 82, "gen.beringer", LIGHT_BLUE)
    page.write(30, 120, "Website", "#9a9a9a")
    page.write(30, 142, "www.example.com", LIGHT_BLUE)
    (proposal,) = found_in(page, recogniser)
    assert proposal.value == "gen.beringer"


def test_label_and_value_may_be_one_line(recogniser: Recogniser) -> None:
    page = Page()
    page.write(30, 60, "Skype: live:amelie_1")
    proposal = found_in(page, recogniser)[0]
    assert proposal.value == "live:amelie_1"
    assert proposal.box.left > 70


@pytest.mark.parametrize(
    "shown", ["www.example.com", "someone@example.com", "Message", "Add to contacts", "John Smith"]
)
def test_links_addresses_words_and_names_are_refused(shown: str, recogniser: Recogniser) -> None:
    page = Page()
    page.write(30, 60, "Skype", GREY)
    page.write(150, 60, shown, BLUE)
    assert found_in(page, recogniser, "skype") == ()


def test_a_page_without_a_label_gives_nothing(recogniser: Recogniser) -> None:
    page = Page()
    page.button(page.write(30, 20, "Profile", WHITE))
    page.write(30, 60, "Website", GREY)
    page.write(150, 60, "gen.beringer", BLUE)
    page.write(30, 100, "Call me on Skype tonight", BLACK)
    assert found_in(page, recogniser) == ()


def test_what_shows_its_platform_by_itself_is_seen(recogniser: Recogniser) -> None:
    page = Page()
    page.write(30, 60, "https://www.instagram.com/amelie.laurent/", BLACK, 16)
    page.write(30, 120, "GB82 WEST 1234 5698 7654 32", BLACK, 16)
    found = found_in(page, recogniser)
    assert ("instagram", "amelie.laurent") in [(one.platform, one.value) for one in found]
    assert any(one.has_checksum for one in found)


def test_only_the_wanted_platform_and_payments_are_told(recogniser: Recogniser) -> None:
    page = Page()
    page.write(30, 60, "https://www.instagram.com/amelie.laurent/", BLACK, 16)
    page.write(30, 120, "GB82 WEST 1234 5698 7654 32", BLACK, 16)
    assert {one.platform for one in found_in(page, recogniser, "discord")} == {None}


@pytest.mark.parametrize("seed", [217, 249, 10_084, 10_457, 20_246])  # seen to be cut at an underscore
def test_an_identifier_is_not_cut_where_an_underscore_is_too_thin_to_be_blue(seed: int) -> None:
    drawn = panel(seed)
    recogniser, catalogue = Recogniser(), Catalogue.load(paths.resources() / "platforms")
    (first, *_) = find(np.asarray(drawn.image), recogniser.read, catalogue, "skype")
    assert drawn.value is not None
    assert "_" in drawn.value
    assert first.value == drawn.value


def test_whoever_looks_for_everything_hears_of_the_money_beside_the_id() -> None:
    with_id, with_money = panel(1), wallet(41)
    width = max(with_id.image.width, with_money.image.width)
    both = Image.new("RGB", (width, with_id.image.height + with_money.image.height), "white")
    both.paste(with_id.image, (0, 0))
    both.paste(with_money.image, (0, with_id.image.height))
    recogniser, catalogue = Recogniser(), Catalogue.load(paths.resources() / "platforms")
    found = find(np.asarray(both), recogniser.read, catalogue)
    assert {with_id.value, with_money.value} <= {each.value for each in found}
