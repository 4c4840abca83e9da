# SPDX-License-Identifier: MIT
"""Forms of references are data: each finds its own example, and names its labels."""

from __future__ import annotations

import pytest

from app.identify.references import Alone, Form, forms, labels_in

FORMS = forms()


@pytest.mark.parametrize("form", FORMS, ids=[f"{at}-{form.kind}" for at, form in enumerate(FORMS)])
def test_each_form_finds_its_example_and_its_label(form: Form) -> None:
    assert form.pattern.search(form.example)
    kinds = {kind for label in labels_in(form.example) for kind in label.kinds}
    assert form.alone is not Alone.NEVER or form.kind in kinds


def test_a_form_that_needs_a_label_has_labels() -> None:
    assert all(form.labels for form in FORMS if form.alone is Alone.NEVER)


def test_only_codes_that_can_be_spent_are_secret() -> None:
    assert {form.kind for form in FORMS if form.is_secret} == {"gift_card_code"}


def test_labels_are_whole_words_in_any_case() -> None:
    found = labels_in("WESTERN UNION mtcn, ethics, telephone")
    assert [(label.text, sorted(label.kinds)) for label in found] == [
        ("WESTERN UNION", ["mtcn"]),
        ("mtcn", ["mtcn"]),
        ("telephone", ["phone"]),
    ]
    assert [(label.start, label.end) for label in found] == [(0, 13), (14, 18), (28, 37)]


def test_the_longest_label_is_taken() -> None:
    assert [label.text for label in labels_in("Ria Money Transfer")] == ["Ria Money Transfer"]
