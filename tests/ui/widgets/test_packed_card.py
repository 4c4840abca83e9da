# SPDX-License-Identifier: MIT
from __future__ import annotations

from pathlib import Path

from app.custody.checkpoint import check_words
from app.package.sealed import PackageBuilt
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
