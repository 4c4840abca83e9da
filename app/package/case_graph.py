# SPDX-License-Identifier: MIT
"""Nodes of a CASE/UCO graph as plain JSON-LD: no name is random, and every text is a string and nothing more.

Source: CASE 1.5 and UCO 1.5 (caseontology.org, unifiedcyberontology.org); JSON-LD 1.1.
"""

from __future__ import annotations

import json
import uuid
from collections import Counter
from typing import TYPE_CHECKING, Any

from app.clock import timestamp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    Node = dict[str, Any]
    Ref = dict[str, str]

UCO = "https://ontology.unifiedcyberontology.org/uco/"
CONTEXT = {
    "action": f"{UCO}action/",
    "core": f"{UCO}core/",
    "identity": f"{UCO}identity/",
    "investigation": "https://ontology.caseontology.org/case/investigation/",
    "observable": f"{UCO}observable/",
    "role": f"{UCO}role/",
    "tool": f"{UCO}tool/",
    "types": f"{UCO}types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Graph:
    """Nodes by their ids; the same key gives the same id in every export of one case."""

    def __init__(self, case: str) -> None:
        """Begin with nothing; ``case`` is what tells this case from every other."""
        self._space = uuid.uuid5(uuid.NAMESPACE_URL, f"urn:safehold:{case}")
        self._nodes: dict[str, Node] = {}
        self._seen = Counter[str]()

    def id_of(self, key: str) -> str:
        """Return the id that stands for this key."""
        return f"urn:uuid:{uuid.uuid5(self._space, key)}"

    def ref(self, key: str) -> Ref:
        """Return what leads to the node of this key."""
        return {"@id": self.id_of(key)}

    def key_for(self, kind: str, fact: object) -> str:
        """Return a key for a fact without an id: what it says, and which of several alike it is."""
        key = f"{kind} {json.dumps(fact, sort_keys=True, default=str)}"
        self._seen[key] += 1
        return f"{key} {self._seen[key]}"

    def add(self, key: str, kind: str, **properties: object) -> Ref:
        """The node is in the graph, without what is not known; one that is there stays as it is.

        Names of properties have two underscores for the colon: ``core__name``.
        """
        known = {
            name.replace("__", ":"): value for name, value in properties.items() if not _is_nothing(value)
        }
        self._nodes.setdefault(self.id_of(key), {"@id": self.id_of(key), "@type": kind, **known})
        return self.ref(key)

    def relate(self, source: Ref, target: Ref, how: str) -> Ref:
        """One node is said to stand in a relation to another."""
        return self.add(
            f"relationship {source['@id']} {how} {target['@id']}",
            "observable:ObservableRelationship",
            core__source=source,
            core__target=target,
            core__kindOfRelationship=how,
            core__isDirectional=True,
        )

    def attributes(self, key: str, values: Mapping[str, str]) -> Ref:
        """A list of names and values is in the graph, for what the ontology has no terms for."""
        entries = [
            self.add(f"{key} {name}", "types:DictionaryEntry", types__key=name, types__value=value)
            for name, value in values.items()
            if value
        ]
        return self.add(key, "types:Dictionary", types__entry=entries)

    @property
    def objects(self) -> list[Ref]:
        """What leads to each node that stands for itself, in the order they were added."""
        return [{"@id": name} for name, node in self._nodes.items() if not _is_part(node["@type"])]

    def written(self) -> bytes:
        """Return the file. Plain ASCII: no character in it can turn a line round in an editor."""
        nodes = [self._nodes[name] for name in sorted(self._nodes)]
        return (json.dumps({"@context": CONTEXT, "@graph": nodes}, indent=1, sort_keys=True) + "\n").encode()


def at(moment: datetime | None) -> Node | None:
    """Return a time."""
    return {"@type": "xsd:dateTime", "@value": timestamp(moment)} if moment else None


def _is_part(kind: str) -> bool:
    """Whether such a node only describes another."""
    return kind.startswith("types:") or kind.endswith("Facet")


def _is_nothing(value: object) -> bool:
    """Whether there is nothing to say; no and 0 are something."""
    return value is None or value in ("", [], {})
