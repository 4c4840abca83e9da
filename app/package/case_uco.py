# SPDX-License-Identifier: MIT
"""The dossier as CASE/UCO, for programs: what was taken, how and by which tool, and the facts with it.

It says nothing that the report does not say. A performer is a role, never a name; an account is what it is
shown as, never a person. What stays in the vault is a hash value here too. Source: evidence.md, section 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clock import timestamp
from app.model import DerivativeKind, Role
from app.package import names
from app.package.case_facts import add_facts
from app.package.case_graph import Graph, at
from app.report.file_names import numbered

if TYPE_CHECKING:
    from app.model import DerivativeRecord, Exhibit, Original, Purged
    from app.package.case_graph import Ref
    from app.report.dossier import Dossier

ROLES = {
    Role.VICTIM: "Witness: the person this record is about",
    Role.HELPER: "Helper: somebody who helps the person this record is about",
}
HELD = "Parts of it are covered. It is not in this package; it is held by the witness."
MADE = {
    DerivativeKind.RUN_RECORD: "Put in order",
    DerivativeKind.JOINED_PICTURE: "Made into one long picture",
    DerivativeKind.REDACTED: "Parts covered on a copy",
}


def case_uco(dossier: Dossier) -> bytes:
    """Return case.jsonld; the same dossier gives the same bytes."""
    graph = Graph(dossier.key_fingerprint)
    reasons = {entry.exhibit.id: entry.why.value for entry in dossier.left_out}
    reasons |= {exhibit.id: "withdrawn" for exhibit in dossier.withdrawn}
    for exhibit in dossier.all_exhibits:
        _add_exhibit(graph, exhibit, reasons.get(exhibit.id))
    for gone in dossier.purged:
        _add_purged(graph, gone)
    add_facts(graph, dossier)
    _add_export(graph, dossier)
    head = dossier.checkpoint
    graph.add(
        "investigation",
        "investigation:Investigation",
        core__name=dossier.ref,
        core__description=[
            f"Victim evidence record, version {dossier.version}, prepared {dossier.prepared.ts}.",
            f"Custody log of {head.size} records, root {head.root}, key {dossier.key_fingerprint}.",
            "Seen or remembered by one person; who was behind an account is not known from it.",
        ],
        investigation__focus=dossier.case.offence,
        core__object=graph.objects,
    )
    return graph.written()


def original_key(acquisition_id: str) -> str:
    """Return the key of the file that was taken by this act."""
    return f"file {acquisition_id}"


def _add_exhibit(graph: Graph, exhibit: Exhibit, held_back: str | None) -> None:
    """Files, the acts that made them, and the number they go by are in the graph."""
    taken = [_add_original(graph, original, held_back) for original in exhibit.originals]
    made = [_add_made(graph, exhibit, record, n, held_back) for n, record in numbered(exhibit)]
    graph.add(
        f"exhibit {exhibit.ref}",
        "investigation:ProvenanceRecord",
        investigation__exhibitNumber=exhibit.ref,
        core__name=exhibit.facts.title,
        core__description=[
            *([exhibit.facts.shows] if exhibit.facts.shows else []),
            *([f"Not in this package: {held_back}."] if held_back else []),
        ],
        core__objectCreatedTime=at(exhibit.acquired_at),
        core__object=[*taken, *made],
    )


def _add_original(graph: Graph, original: Original, held_back: str | None) -> Ref:
    """A picture as it was taken, and the act of taking it, are in the graph."""
    record = original.record
    key, content = original_key(record.acquisition_id), record.content
    facets = [_content(graph, key, content.mime, content.size_bytes, content.sha256)]
    if held_back is None and original.redacted is None:
        facets.append(_file(graph, key, names.exhibit_file(record), content.size_bytes))
    picture = graph.add(
        f"{key} picture",
        "observable:RasterPictureFacet",
        observable__pictureWidth=content.width_px,
        observable__pictureHeight=content.height_px,
    )
    file = graph.add(
        key,
        "observable:RasterPicture",
        core__name=original.ref,
        core__description=HELD if held_back is None and original.redacted else None,
        core__hasFacet=[*facets, picture],
    )
    graph.add(
        f"taking {record.acquisition_id}",
        "investigation:InvestigativeAction",
        core__name=f"Taken: {original.ref}",
        core__description=f"{record.method.method.value}, custody record {original.seq}",
        action__startTime=at(record.time.started_at),
        action__endTime=at(record.time.ended_at),
        action__performer=_performer(graph, record.people.role),
        action__instrument=_tool(graph, "Safehold", record.system.app_version),
        action__result=file,
    )
    return file


def _add_made(graph: Graph, exhibit: Exhibit, record: DerivativeRecord, n: int, held_back: str | None) -> Ref:
    """What was made from originals, and the act of making it, are in the graph."""
    key = f"file {record.derivative_id}"
    facets = [_content(graph, key, record.mime, record.size_bytes, record.sha256)]
    if held_back is None and exhibit.may_be_shown(record):
        facets.append(_file(graph, key, names.derivative_file(record, n), record.size_bytes))
    name = f"{MADE[record.kind]}: {exhibit.ref}"
    file = graph.add(key, "observable:File", core__name=name, core__hasFacet=facets)
    sources = _sources(exhibit)
    product, _, version = record.tool.partition("/")
    graph.add(
        f"making {record.derivative_id}",
        "investigation:InvestigativeAction",
        core__name=name,
        core__description=record.method,
        action__endTime=at(record.made_at),
        action__instrument=_tool(graph, product, version),
        action__object=[graph.ref(sources[parent]) for parent in record.parents if parent in sources],
        action__result=file,
    )
    if record.kind is DerivativeKind.REDACTED:
        graph.relate(file, graph.ref(sources[record.parents[0]]), "Derived_From")
    return file


def _sources(exhibit: Exhibit) -> dict[str, str]:
    """Return the keys of what something can be made from, by hash value: originals, and copies of them."""
    copies = {
        one.sha256: f"file {one.derivative_id}"
        for one in exhibit.derivatives
        if one.kind is DerivativeKind.REDACTED
    }
    taken = {one.record.content.sha256: original_key(one.record.acquisition_id) for one in exhibit.originals}
    return copies | taken


def _add_purged(graph: Graph, gone: Purged) -> None:
    """Of what was removed for good its number and hash values are in the graph; of a fact, nothing was."""
    if gone.ref is None:
        return
    kept = [(one.acquisition_id, one.ref, one.size_bytes, one.sha256) for one in gone.originals]
    kept += [(one.derivative_id, MADE[one.kind], one.size_bytes, one.sha256) for one in gone.made]
    graph.add(
        f"exhibit {gone.ref}",
        "investigation:ProvenanceRecord",
        investigation__exhibitNumber=gone.ref,
        core__description=[f"Not in this package: removed for good at {timestamp(gone.at)}."],
        core__object=[
            graph.add(
                f"file {name}",
                "observable:File",
                core__name=ref,
                core__hasFacet=[_content(graph, f"file {name}", None, size_bytes, sha256)],
            )
            for name, ref, size_bytes, sha256 in kept
        ],
    )


def _add_export(graph: Graph, dossier: Dossier) -> None:
    """The act of making this package is in the graph."""
    product, _, version = dossier.tool.partition("/")
    graph.add(
        f"export {dossier.version}",
        "investigation:InvestigativeAction",
        core__name=f"Exported: {dossier.ref} version {dossier.version}",
        action__startTime=at(dossier.prepared.utc),
        action__instrument=_tool(graph, product, version),
        action__object=[graph.ref(f"exhibit {entry.exhibit.ref}") for entry in dossier.exhibits],
    )


def _performer(graph: Graph, role: Role) -> Ref:
    return graph.add(f"role {role.value}", "role:Role", core__name=ROLES[role])


def _tool(graph: Graph, name: str, version: str) -> Ref:
    """A version of the program is in the graph, once."""
    return graph.add(
        f"tool {name.casefold()} {version}",
        "tool:Tool",
        core__name=name,
        tool__version=version,
        tool__toolType="Screen capture and custody log",
    )


def _content(graph: Graph, key: str, mime: str | None, size_bytes: int, sha256: str) -> Ref:
    """Kind, size and hash value of a file's bytes are in the graph."""
    hashed = graph.add(
        f"{key} sha256",
        "types:Hash",
        types__hashMethod="SHA256",
        types__hashValue={"@type": "xsd:hexBinary", "@value": sha256.upper()},
    )
    return graph.add(
        f"{key} content",
        "observable:ContentDataFacet",
        observable__mimeType=mime,
        observable__sizeInBytes=size_bytes,
        observable__hash=hashed,
    )


def _file(graph: Graph, key: str, path: str, size_bytes: int) -> Ref:
    """Name and path of a file in the package are in the graph."""
    return graph.add(
        f"{key} file",
        "observable:FileFacet",
        observable__fileName=path.rpartition("/")[2],
        observable__filePath=path,
        observable__extension=path.rpartition(".")[2],
        observable__sizeInBytes=size_bytes,
    )
