# SPDX-License-Identifier: MIT
"""Every platform file says everything the page and the report need."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.content import Line, shown
from app.errors import GuideInvalid
from app.identify.formats import check
from app.identify.platforms import Catalogue, Platform
from app.model import Strength

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = paths.resources() / "platforms"
FIGURES = paths.resources() / "figures"
CATALOGUE = Catalogue.load(FOLDER)
MAY_BE_EMPTY = {"address", "closed", "is_lower_case", "members", "number", "rules_of", "computer", "phone"}
WITH_BOTH = {"skype", "facebook", "instagram", "snapchat", "whatsapp", "telegram", "discord"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "platforms")


def change(path: Path, old: str, new: str) -> str:
    text = path.read_text(encoding="utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return text


def test_skype_comes_first() -> None:
    assert next(iter(CATALOGUE)).id == "skype"
    orders = [platform.order for platform in CATALOGUE]
    assert orders == sorted(orders)


@pytest.mark.parametrize("platform", list(CATALOGUE), ids=lambda platform: platform.id)
class TestEveryPlatform:
    def test_has_every_field(self, platform: Platform) -> None:
        empty = {field.name for field in fields(platform) if not getattr(platform, field.name)}
        has_no_id = platform.strength is Strength.WEAK
        assert empty <= MAY_BE_EMPTY | ({"labels", "seen_as", "strip"} if has_no_id else set())

    def test_has_every_figure_it_names(self, platform: Platform) -> None:
        routes = platform.closed.routes if platform.closed else ()
        named = [way.figure for _, way in platform.ways] + [route.figure for route in routes]
        assert named
        assert [name for name in named if not (FIGURES / f"{name}.svg").is_file()] == []

    def test_shows_three_to_five_steps_on_each_device(self, platform: Platform) -> None:
        assert platform.ways
        assert all(3 <= len(shown(way.steps)) <= 5 for _, way in platform.ways)

    def test_says_what_is_known_of_reporting_and_pausing(self, platform: Platform) -> None:
        assert platform.report
        assert platform.pause.lines
        assert shown([platform.where])
        assert shown(platform.not_these)

    def test_asks_to_preserve_by_id_and_dates(self, platform: Platform) -> None:
        sentence = CATALOGUE.preservation(platform.id, "{an id}", "1 May", "2 May")
        assert all(part in sentence for part in ("{an id}", "1 May", "2 May"))
        assert "{from}" not in sentence

    def test_rules_catch_their_own_example(self, platform: Platform) -> None:
        for rule in platform.rules:
            verdict = check(platform, rule.example)
            assert (verdict.kind, verdict.catch_key) == (rule.verdict, rule.catch), rule.example

    def test_names_kind_and_strength_of_what_it_accepts(self, platform: Platform) -> None:
        accepting = [rule for rule in platform.rules if rule.verdict == "accepted"]
        assert accepting
        assert all(rule.id_kind and rule.strength for rule in accepting)

    def test_each_way_to_see_it_holds_one_value(self, platform: Platform) -> None:
        assert [re.compile(expression).groups for expression in platform.seen_as] == [1] * len(
            platform.seen_as
        )

    def test_uses_every_catch(self, platform: Platform) -> None:
        used = {rule.catch for rule in platform.rules if rule.catch} | {"odd", "long"}
        assert {catch.key for catch in platform.catches} == used


def test_skype_is_closed_and_has_five_ways_left() -> None:
    closed = CATALOGUE["skype"].closed
    assert closed is not None
    assert [route.key for route in closed.routes] == ["old", "saved", "export", "database", "teams"]
    assert all(shown(route.steps) for route in closed.routes)
    assert "May 2025" in closed.note


def lines_of(value: object) -> Iterator[Line]:
    """Every sentence of a platform, wherever it stands."""
    if isinstance(value, Line):
        yield value
    elif isinstance(value, tuple):
        yield from (line for each in value for line in lines_of(each))
    elif is_dataclass(value):
        yield from (line for field in fields(value) for line in lines_of(getattr(value, field.name)))


def test_what_nobody_confirmed_is_not_shown() -> None:
    """Source: domain.md, 2.1 to 2.3, what is marked [K], weak or to be checked."""
    kept = {line.text for platform in CATALOGUE for line in lines_of(platform) if not line.verified}
    told = {line.text for platform in CATALOGUE for line in lines_of(platform) if line.verified}
    for unsure in ("Disable", "About this account", "once a week", "Copy the @username", "dataexport"):
        assert any(unsure in text for text in kept), unsure
        assert not any(unsure in text for text in told), unsure
    for platform in CATALOGUE:
        advice = (*CATALOGUE.pause_lines(platform.id), *CATALOGUE.report_lines(platform.id))
        assert not kept & set(advice)


def test_a_name_prints_even_without_a_page() -> None:
    assert CATALOGUE.name_of("youtube") == "YouTube"
    assert CATALOGUE.provider_of("youtube") == "Google"
    assert CATALOGUE.shown_id("youtube", "amelie") == "amelie"
    assert "YouTube account amelie" in CATALOGUE.preservation("youtube", "amelie", "1", "2")
    assert "youtube" not in CATALOGUE


def test_every_platform_of_the_guide_has_its_page() -> None:
    """Source: domain.md, section 2.1."""
    wanted = (
        "skype teams facebook messenger instagram snapchat whatsapp telegram discord tiktok x email gmail"
    )
    wanted += (
        " google_chat kik zoom wizz yubo monkey tinder hinge bumble grindr pof ometv chatroulette omegle"
        " phone"
    )
    assert {platform.id for platform in CATALOGUE} == set(wanted.split())


@pytest.mark.parametrize("platform_id", sorted(WITH_BOTH))
def test_the_platforms_asked_for_most_have_a_figure_for_each_device(platform_id: str) -> None:
    ways = dict(CATALOGUE[platform_id].ways)
    assert list(ways) == ["computer", "phone"]
    assert all(way.figure.startswith(f"{platform_id}-") for way in ways.values())


@pytest.mark.parametrize("platform_id", sorted(WITH_BOTH))
def test_a_figure_has_no_disc_without_a_step(platform_id: str) -> None:
    for _, way in CATALOGUE[platform_id].ways:
        drawn = (FIGURES / f"{way.figure}.svg").read_text(encoding="utf-8")
        discs = {int(disc) for disc in re.findall(r">([1-9])</text>", drawn)}
        assert discs
        assert max(discs) <= len(shown(way.steps)), way.figure


def test_platforms_that_are_alike_share_a_file_and_say_what_is_their_own() -> None:
    tinder, hinge = CATALOGUE["tinder"], CATALOGUE["hinge"]
    assert (tinder.name, tinder.where_title) == ("Tinder", "What to keep from Tinder")
    assert tinder.rules == hinge.rules
    assert tinder.traps[0] != hinge.traps[0]
    assert tinder.traps[1:] == hinge.traps[1:]
    assert "dating" not in CATALOGUE


def test_messenger_goes_by_the_rules_of_facebook() -> None:
    assert CATALOGUE["messenger"].rules == CATALOGUE["facebook"].rules
    assert CATALOGUE["messenger"].traps != CATALOGUE["facebook"].traps


def test_an_unknown_platform_prints_as_it_was_typed() -> None:
    assert CATALOGUE.name_of("Some new app") == "Some new app"
    assert CATALOGUE.provider_of("Some new app") is None
    assert CATALOGUE.pause_lines("Some new app") == ()
    assert CATALOGUE.trap_lines("Some new app") == ()
    assert CATALOGUE.trap_lines("signal") == ()  # nobody has confirmed it
    assert any("tells them" in line for line in CATALOGUE.trap_lines("snapchat"))
    with pytest.raises(KeyError):
        CATALOGUE["Some new app"]


def test_instagram_ids_are_shown_with_their_sign() -> None:
    assert CATALOGUE.shown_id("instagram", "amelie.laurent_91") == "@amelie.laurent_91"


def test_deactivating_is_never_advised_where_it_deletes() -> None:
    for platform_id in ("x", "snapchat", "telegram"):
        assert any("not" in line or "no pause" in line for line in CATALOGUE.pause_lines(platform_id))


def test_every_platform_is_listed_once_by_name() -> None:
    names = CATALOGUE.names()
    assert len(dict(names)) == len(names)
    assert ("skype", "Skype") in names


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('provider = "Microsoft"\n', "", "skype.toml:1: provider is missing"),
        ('provider = "Microsoft"', "provider = 3", "skype.toml:7: provider should be text"),
        (
            'provider = "Microsoft"',
            'provider = "Microsoft"\ncolour = "blue"',
            "skype.toml:8: colour is not known",
        ),
        ('strength = "strong"', 'strength = "very"', "skype.toml:10: strength should be one of"),
        ("'19:.*'", "'19:(.*'", "skype.toml:{line}: rules.1: expression: 19:"),
        ('catch = "group"', 'catch = "crowd"', "skype.toml:{line}: rules.1: catch: crowd has no words"),
        ('id = "skype"', 'id = "skipe"', "skype.toml:5: id should be skype"),
        ('id = "skype"', "id = ", "skype.toml:5: "),
    ],
)
def test_a_mistake_is_named_by_file_line_and_key(folder: Path, old: str, new: str, named: str) -> None:
    text = change(folder / "skype.toml", old, new)
    line = text[: text.index(new)].count("\n") + 1
    with pytest.raises(GuideInvalid) as caught:
        Catalogue.load(folder)
    assert str(caught.value).startswith(named.format(line=line))


def test_a_new_platform_needs_no_code(folder: Path) -> None:
    text = (
        (folder / "instagram.toml").read_text(encoding="utf-8").replace('id = "instagram"', 'id = "newgram"')
    )
    (folder / "newgram.toml").write_text(text, encoding="utf-8")
    assert Catalogue.load(folder)["newgram"].strength is Strength.MEDIUM


@pytest.mark.parametrize(
    ("platform_id", "line", "value"),
    [
        ("skype", "Skype   live:.cid.8f3a1b2c4d5e6f70", "live:.cid.8f3a1b2c4d5e6f70"),
        ("skype", "write to live:john_doe_1, please", "live:john_doe_1"),
        ("skype", "8:gen.beringer", "gen.beringer"),
        ("skype", "skype:gen.beringer?chat", "gen.beringer"),
        ("skype", "8:live:.cid.8f3a1b2c", None),
        ("skype", "19:0123456789abcdef0123456789abcdef@thread.skype", None),
        ("instagram", "https://www.instagram.com/amelie.laurent_91/?igsh=x", "amelie.laurent_91"),
        ("instagram", "see instagram.com/p/Cxyz123/", None),
        ("instagram", "my insta: amelie.laurent_91", "amelie.laurent_91"),
    ],
)
def test_an_identifier_is_seen_in_a_line(platform_id: str, line: str, value: str | None) -> None:
    hits = (re.search(expression, line) for expression in CATALOGUE[platform_id].seen_as)
    assert next((hit[1] for hit in hits if hit), None) == value
