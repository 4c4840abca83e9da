# SPDX-License-Identifier: MIT
"""Both verifiers say the same of every outside time, whole or changed: verdict, reason, file, and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.identify.platforms import Catalogue
from app.package.findings import Outcome
from app.package.names import ANCHORS, CHECKPOINT, anchor_file
from app.package.verify import NO_ANCHOR, verify
from app.paths import resources
from app.report.scope import Scope
from tests.fakes.anchored import AnchoredPackage, anchored_package
from tests.fakes.packages import resigned, zipped
from tests.fakes.time_authority import AUTHORITY, KINDS, SIGNER, TimeAuthority, make_authority, question
from tests.verifiers.node_check import NodeCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.package.findings import Verdict

CATALOGUE = Catalogue.load(resources() / "platforms")
STEPS = {"tsr": 5, "tsq": 2, "txt": 11, "json": 37}  # where each byte is judged on its own, all come up


class Both:
    """A package of our own authority, and the two verifiers that know it."""

    def __init__(self, folder: Path, tsa: TimeAuthority, off_by: timedelta, scope: Scope | None) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.tsa = tsa
        self.package: AnchoredPackage = anchored_package(folder, tsa, CATALOGUE, off_by=off_by, scope=scope)
        self.node = NodeCheck([tsa.authority])

    def say(self, changed: dict[str, bytes]) -> Verdict:
        """What both say of the package with these files in place of its own, all around them rebuilt."""
        files = resigned({**self.package.files, **changed}, self.package.key)
        path = zipped(files, self.folder / "changed.zip")
        python = verify(path, authorities=[self.tsa.authority])
        assert of_anchors(self.node.check(path)) == of_anchors(python)
        return python


def of_anchors(said: Verdict) -> Verdict:
    """The verdict, and of what was not checked only what concerns outside times."""
    times = tuple(one for one in said.not_checked if one == NO_ANCHOR or one.startswith(ANCHORS))
    return replace(said, not_checked=times)


@pytest.fixture(scope="module")
def new_both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Both]]:
    made: list[Both] = []

    def make(off_by: timedelta = timedelta(), scope: Scope | None = None, **wanted: object) -> Both:
        folder = tmp_path_factory.mktemp("both")
        tsa = make_authority(folder / "tsa", **wanted)  # type: ignore[arg-type]
        made.append(Both(folder / "case", tsa, off_by, scope))
        return made[-1]

    yield make
    for one in made:
        one.node.close()


@pytest.fixture(scope="module")
def both(new_both: Callable[..., Both]) -> Both:
    return new_both(kind="p256")


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
def test_tokens_of_each_kind_are_good_in_both(new_both: Callable[..., Both], kind: str, digest: str) -> None:
    said = new_both(kind=kind, digest=digest, fraction=3, between=AUTHORITY).say({})
    assert said.verdict is Outcome.AGREES
    assert len(said.anchors) == 2


@pytest.mark.parametrize("off_by", [timedelta(minutes=5), timedelta(minutes=-5)])
def test_both_tell_the_same_of_the_clock(new_both: Callable[..., Both], off_by: timedelta) -> None:
    said = new_both(kind="p256", off_by=off_by).say({})
    assert said.anchors[0].clock_ms != 0


def test_a_part_of_a_case_keeps_its_outside_times(new_both: Callable[..., Both]) -> None:
    made = new_both(kind="p256", scope=Scope(frozenset({"TJH/1"})))
    assert "data/log/leaves.txt" in made.package.files
    said = made.say({})
    assert (said.verdict, len(said.anchors)) == (Outcome.AGREES, 2)
    del made.package.files[anchor_file(1, "tsr")]
    assert [(str(one.reason), one.file) for one in made.say({}).findings] == [
        ("missing", anchor_file(1, "tsr"))
    ]


@pytest.mark.parametrize("ending", ["tsr", "tsq", "txt", "json"])
@pytest.mark.parametrize("flip", [0x01, 0x80])
def test_every_region_of_a_file_flipped_is_told_alike(both: Both, ending: str, flip: int) -> None:
    name = anchor_file(2, ending)
    data = both.package.files[name]
    good = both.say({}).anchors
    for place in range(flip % STEPS[ending], len(data), STEPS[ending]):
        changed = bytearray(data)
        changed[place] ^= flip
        said = both.say({name: bytes(changed)})
        assert said.verdict is Outcome.DIFFERS or (said.findings, said.anchors) == ((), good), place


def test_every_region_of_a_chain_flipped_is_told_alike(new_both: Callable[..., Both]) -> None:
    made = new_both(kind="rsa", between=AUTHORITY)
    name = anchor_file(2, "tsr")
    data = made.package.files[name]
    for place in range(0, len(data), 23):
        changed = bytearray(data)
        changed[place] ^= 1 << place % 8
        made.say({name: bytes(changed)})


def test_cut_short_at_any_place_is_told_alike(both: Both) -> None:
    name = anchor_file(2, "tsr")
    data = both.package.files[name]
    for size in range(0, len(data), 29):
        assert both.say({name: data[:size]}).verdict is Outcome.DIFFERS


FORGERS: dict[str, dict[str, object]] = {
    "a signer for time stamps": {},
    "a root of his own": {"name": "Forger Root"},
    "no purpose": {"signer": "keyUsage=critical,digitalSignature\n"},
    "a purpose not critical": {"signer": SIGNER.replace("critical,timeStamping", "timeStamping")},
    "another purpose": {"signer": SIGNER.replace("timeStamping", "timeStamping,codeSigning")},
    "an expired signer": {"valid": ("20200101000000Z", "20210101000000Z")},
}


@pytest.mark.parametrize("name", sorted(FORGERS))
def test_forgers_are_told_alike(both: Both, tmp_path: Path, name: str) -> None:
    forger = make_authority(tmp_path / "forger", kind="p256", **FORGERS[name])  # type: ignore[arg-type]
    answer = forger.sign_for(both.tsa, both.package.files[anchor_file(2, "tsq")])
    shown = {"data/log/anchors/forger.pem": forger.authority.root_pem}
    said = both.say({anchor_file(2, "tsr"): answer, **shown})
    is_strange = name == "a root of his own"
    reason = "anchor_untrusted" if is_strange else "anchor_invalid"
    assert [(str(one.reason), one.file) for one in said.findings] == [(reason, anchor_file(2, "tsr"))]


@pytest.mark.parametrize("name", sorted(set(FORGERS) - {"a root of his own"}))
def test_signers_under_the_pinned_root_are_told_alike(new_both: Callable[..., Both], name: str) -> None:
    made = new_both(kind="p256")
    signer = make_signer(made.tsa, FORGERS[name])
    request = made.package.files[anchor_file(2, "tsq")]
    said = made.say({anchor_file(2, "tsr"): signer.sign_for(made.tsa, request)})
    # a good signer's own answer is not what the description beside it says
    good = [] if name != "a signer for time stamps" else ["contradicts"]
    assert [str(one.reason) for one in said.findings] == (good or ["anchor_invalid"])


def test_a_replayed_answer_is_told_alike(both: Both) -> None:
    note = both.package.files[CHECKPOINT]
    for answer in (
        both.tsa.answer(question(note)),
        both.package.files[anchor_file(1, "tsr")],
        b"",
        b"<html>",
    ):
        said = both.say({anchor_file(2, "tsr"): answer})
        assert [str(one.reason) for one in said.findings] == ["anchor_invalid"]


def make_signer(tsa: TimeAuthority, wanted: dict[str, object]) -> TimeAuthority:
    """Return an authority that is signed by the same root as this one."""
    return make_authority(tsa.folder.with_name("other"), kind="p256", root_of=tsa.folder, **wanted)  # type: ignore[arg-type]
