# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.custody.checkpoint import check_words
from app.model import Copy, CopyKind, CopyState
from app.package.sealed import PackageBuilt
from tests.fakes.clock import START
from ui.widgets.packed_card import PackedCard

BUILT = PackageBuilt(Path("/media/stick/documents.zip"), "aa", "bb", "0f" * 32, "c3" * 32, 1, 1, 1)


def test_root_key_and_words_can_be_compared_with_the_paper(context, qtbot) -> None:
    card = PackedCard(context)
    qtbot.addWidget(card)
    assert card.isHidden()
    card.show_built(BUILT)
    assert card.root.words.replace(" ", "").replace("\n", "") == BUILT.root
    assert card.key.words.replace(" ", "").replace("\n", "") == BUILT.fingerprint
    assert card.check_words.words.split() == list(check_words(BUILT.root))
    assert card.done.note.words == "documents.zip"


def copies(*kinds: CopyKind) -> tuple[Copy, ...]:
    return tuple(Copy("ab" * 16, kind, 9, 8, START, "/x", None, CopyState.HERE) for kind in kinds)


def test_several_files_are_counted_but_not_the_report_beside_them(context, shown, words) -> None:
    card = shown(PackedCard(context))
    card.show_built(replace(BUILT, copies=copies(CopyKind.PACKAGE, CopyKind.PACKAGE, CopyKind.REPORT)))
    assert card.parts.words == words("package.parts", n=2)
    assert card.parts.isVisible()
    card.show_built(replace(BUILT, copies=copies(CopyKind.PACKAGE)))
    assert not card.parts.isVisible()


def test_a_folder_for_upload_says_what_to_do_with_it(context, shown, words) -> None:
    card = shown(PackedCard(context))
    card.show_built(replace(BUILT, copies=copies(CopyKind.UPLOAD)))
    assert card.done.title.words == words("package.upload")
