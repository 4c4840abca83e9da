# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.package.case_graph import CONTEXT, Graph, at

AT = datetime(2026, 11, 24, 2, 16, 5, tzinfo=UTC)


def nodes(graph: Graph) -> list[dict[str, object]]:
    return json.loads(graph.written())["@graph"]


def test_the_same_key_has_the_same_id_in_one_case_and_another_in_another_case() -> None:
    assert Graph("a").id_of("file 1") == Graph("a").id_of("file 1")
    assert Graph("a").id_of("file 1") != Graph("b").id_of("file 1")
    assert Graph("a").id_of("file 1") != Graph("a").id_of("file 2")
    assert Graph("a").id_of("file 1").startswith("urn:uuid:")


def test_a_node_holds_what_is_known_and_no_and_zero_are_known() -> None:
    graph = Graph("a")
    ref = graph.add(
        "k", "core:Event", core__name=None, core__tag=[], core__description="", n__a=0, n__b=False
    )
    assert nodes(graph) == [{"@id": ref["@id"], "@type": "core:Event", "n:a": 0, "n:b": False}]


def test_a_node_that_is_there_stays_as_it_is() -> None:
    graph = Graph("a")
    graph.add("k", "role:Role", core__name="first")
    graph.add("k", "role:Role", core__name="second")
    assert [node["core:name"] for node in nodes(graph)] == ["first"]


def test_facts_that_say_the_same_are_two_nodes() -> None:
    graph = Graph("a")
    keys = [graph.key_for("payment", ["20", AT]) for _ in range(2)]
    assert keys[0] != keys[1]
    again = Graph("a")
    assert [again.key_for("payment", ["20", AT]) for _ in range(2)] == keys


def test_what_only_describes_another_node_is_no_object_of_its_own() -> None:
    graph = Graph("a")
    graph.attributes("k", {"amount": "20.00", "empty": ""})
    graph.add("f", "observable:FileFacet")
    file = graph.add("x", "observable:File")
    assert graph.objects == [file]
    entries = [node for node in nodes(graph) if node["@type"] == "types:DictionaryEntry"]
    assert [(node["types:key"], node["types:value"]) for node in entries] == [("amount", "20.00")]


def test_a_relation_has_both_ends_and_a_direction() -> None:
    graph = Graph("a")
    graph.relate(graph.add("x", "observable:File"), graph.add("y", "observable:File"), "Contained_Within")
    found = next(node for node in nodes(graph) if "core:source" in node)
    assert (found["core:source"], found["core:target"]) == (graph.ref("x"), graph.ref("y"))
    assert found["core:isDirectional"] is True


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_a_string_and_comes_back_and_the_file_is_plain(text) -> None:
    graph = Graph("a")
    graph.add("k", "observable:MessageFacet", observable__messageText=text)
    assert graph.written().isascii()
    assert nodes(graph)[0].get("observable:messageText", "") == text


def test_times_are_utc_and_typed() -> None:
    assert at(AT) == {"@type": "xsd:dateTime", "@value": "2026-11-24T02:16:05.000Z"}
    assert at(None) is None


def test_every_prefix_leads_to_an_ontology() -> None:
    assert all(iri.startswith(("https://ontology.", "http://www.w3.org/")) for iri in CONTEXT.values())
