# SPDX-License-Identifier: MIT
"""Parting loses nothing: put together again, it is the text."""

from hypothesis import given
from hypothesis import strategies as st

from app.report.parting import atoms_of, parts_of
from app.report.text import BODY, CODE, Span
from tests.app.report.scripts import NAMES

SPANS = st.lists(
    st.builds(
        Span,
        st.sampled_from(NAMES) | st.text("ab \n王/"),
        st.sampled_from((BODY, CODE)),
        st.sampled_from(("", "index")),
    )
)


def text_of(spans):
    return "".join(span.text for span in spans)


@given(spans=SPANS)
def test_line_ends_part_and_nothing_is_lost(spans):
    parts = parts_of(spans)
    assert "\n".join(map(text_of, parts)) == text_of(spans)


@given(spans=SPANS)
def test_words_and_gaps_are_the_text_again_in_their_own_style(spans):
    for is_loose in (False, True):
        found = [one for gap, atom in atoms_of(spans, is_loose=is_loose) for one in (gap, *atom) if one]
        assert text_of(found) == text_of(spans)
        assert [(one.style, one.to) for one in found for _ in one.text] == [
            (span.style, span.to) for span in spans for _ in span.text
        ]


def test_a_word_runs_over_spans_and_an_identifier_parts_only_at_spaces():
    spans = [Span("see ", BODY), Span("王小", CODE), Span(": a", BODY)]
    assert [(gap and gap.text, text_of(atom)) for gap, atom in atoms_of(spans)] == [
        (None, "see"),
        (" ", "王小:"),
        (" ", "a"),
    ]
