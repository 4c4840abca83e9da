# SPDX-License-Identifier: MIT
"""The habits of docs/architecture.md, kept by walking the source."""

from __future__ import annotations

import ast
import re
import subprocess
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.i18n import translator
from app.words import Words

if TYPE_CHECKING:
    from pathlib import Path

ROOT = paths.project_root()
SOURCES = sorted([ROOT / "main.py", *(ROOT / "app").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])
CODE = [path for path in SOURCES if path.name != "__init__.py" or path.stat().st_size > 400]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE, LONGEST_MAIN_WINDOW, LONGEST_MAIN = 300, 150, 60
TABLES = {"app/errors.py"}  # tables of types may be longer
SPDX = "# SPDX-License-Identifier: MIT"

# One importer a library: a file, or the package whose business it is.
IMPORTERS = {
    "mss": "app/capture/",
    "Xlib": "app/capture/",
    "isal": "app/capture/",
    "Quartz": "app/capture/",
    "objc": "app/capture/",
    "jeepney": "app/capture/",
    "sqlcipher3": "app/vault/",
    "argon2": "app/vault/",
    "xkcdpass": "app/custody/",
    "rfc3161_client": "app/custody/anchors.py",
    "reportlab": "app/report/",
    "fontTools": "app/report/",
    "pypdfium2": "app/report/",
    "pikepdf": "app/report/locked_copy.py",
    "cattrs": "app/plain.py",
    "babel": "app/i18n.py",
    "cv2": "app/identify/planes.py",
    "phonenumbers": "app/identify/phones.py",
    "platformdirs": "app/paths.py",
    "zxcvbn": "app/",
    "base58_bech32": "app/identify/checksums.py",
    "Crypto": "app/identify/checksums.py",
    "schwifty": "app/identify/banks.py",
}
# Modules without a test file of their own name, and the test that covers them. It may only get shorter.
MIRROR_ELSEWHERE: dict[str, str] = {
    "app/capture/windows_x11.py": "screen/test_windows.py",  # nothing of it works without an X server
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def calls_in(path: Path) -> list[ast.Call]:
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]


def called(call: ast.Call) -> str:
    """The last name of what is called: ``exec`` of ``dialog.exec()``."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def imported_by(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def placed(calls: dict[str, set[str]]) -> str:
    return "; ".join(f"{name}: {', '.join(sorted(where))}" for name, where in sorted(calls.items()))


def test_every_file_begins_with_its_licence() -> None:
    scripts = [*SOURCES, *TESTS, *(ROOT / "packaging").glob("*.sh"), ROOT / "Makefile"]
    bare = [name_of(one) for one in scripts if SPDX not in one.read_text("utf-8").splitlines()[:2]]
    assert bare == []


def test_files_stay_short() -> None:
    limits = {"main.py": LONGEST_MAIN, "ui/main_window.py": LONGEST_MAIN_WINDOW}
    long = {
        name: lines
        for path in SOURCES
        if (name := name_of(path)) not in TABLES
        and (lines := len(path.read_text("utf-8").splitlines())) > limits.get(name, LONGEST_FILE)
    }
    assert long == {}


def test_every_module_has_its_test_file() -> None:
    missing = set()
    for path in CODE:
        name = name_of(path)
        relative = path.relative_to(ROOT)
        own = relative.parent.name if path.name == "__init__.py" else path.stem
        place = "screen" if relative.parts[0] == "main.py" else relative.parent
        mirror = ROOT / "tests" / place / f"test_{own.strip('_')}.py"
        nested = ROOT / "tests" / relative.parent.parent / f"test_{own}.py"
        if name != "main.py" and not mirror.exists() and not (path.name == "__init__.py" and nested.exists()):
            missing.add(name)
    assert missing <= set(MIRROR_ELSEWHERE), f"no test file: {sorted(missing - set(MIRROR_ELSEWHERE))}"
    assert set(MIRROR_ELSEWHERE) <= missing, "take these off the list: they have a test file now"
    assert all((ROOT / "tests" / cover).exists() for cover in MIRROR_ELSEWHERE.values())


@pytest.mark.parametrize(
    ("banned", "allowed"),
    [
        ("setStyleSheet", {"ui/theme.py"}),
        ("processEvents", set()),
        ("sleep", set()),
        ("now", {"app/clock.py"}),
        ("utcnow", set()),
        ("monotonic_ns", {"app/clock.py"}),
        ("print", {"ui/demo/stage.py"}),
        ("instance", set()),
        ("itemAt", set()),  # Python keeps what stands for an item when Qt has deleted it
    ],
)
def test_calls_we_do_not_make(banned: str, allowed: set[str]) -> None:
    found = defaultdict(set)
    for path in SOURCES:
        for call in calls_in(path):
            if called(call) == banned and name_of(path) not in allowed and not _is_ours(banned, call):
                found[name_of(path)].add(str(call.lineno))
    assert not found, placed(found)


def _is_ours(banned: str, call: ast.Call) -> bool:
    """A ``clock.now()`` of ours is the way; ``datetime.now()`` is not."""
    return banned == "now" and "datetime" not in ast.unparse(call.func)


def test_no_dialog_runs_an_event_loop_of_its_own() -> None:
    loops = defaultdict(set)
    for path in SOURCES:
        for call in calls_in(path):
            if called(call) in {"exec", "exec_"} and "app" not in ast.unparse(call.func).lower():
                loops[name_of(path)].add(ast.unparse(call.func))
    assert not loops, placed(loops)


def test_each_library_has_one_importer() -> None:
    strays = {
        f"{name_of(path)} imports {library}"
        for path in SOURCES
        for library in imported_by(path) & set(IMPORTERS)
        if not name_of(path).startswith(IMPORTERS[library])
    }
    assert strays == set()


def test_app_knows_no_qt() -> None:
    strays = {name_of(path) for path in (ROOT / "app").rglob("*.py") if imported_by(path) & {"PySide6", "ui"}}
    assert strays == set()


def test_imports_inside_functions_say_why() -> None:
    bare = set()
    for path in SOURCES:
        lines = path.read_text("utf-8").splitlines()
        for function in ast.walk(tree_of(path)):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for node in ast.walk(function):
                is_import = isinstance(node, ast.Import | ast.ImportFrom)
                if is_import and not _says_why(lines[node.lineno - 2 : node.lineno]):
                    bare.add(f"{name_of(path)}:{node.lineno}")
    assert bare == set()


def _says_why(lines: list[str]) -> bool:
    """Whether the import, or the one right above it, carries a reason beside the mark for the linter."""
    return any("import" in line and re.search(r"#.* - .*\w", line) for line in lines)


def test_names_say_what_a_module_is() -> None:
    vague = {"utils", "common", "helpers", "manager", "base", "core", "misc"}
    assert {name_of(path) for path in SOURCES if path.stem in vague} == set()


def test_no_place_of_one_machine_and_no_registry_stands_in_the_project() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    marks = [
        part + rest for part, rest in [("/wo", "rk/"), ("/ro", "ot/"), ("pypi.", "org"), ("index", "-url")]
    ]
    found = defaultdict(set)
    for name in listed.splitlines():
        path = ROOT / name
        if path.suffix in {".png", ".ttf"} or not path.is_file():
            continue
        text = path.read_text("utf-8", errors="replace")
        found[name] |= {mark for mark in marks if mark in text}
    assert not {name: marks for name, marks in found.items() if marks}


# --- words ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def words() -> Words:
    return Words.load(paths.resources() / "words" / "en", translator(paths.resources() / "locale", "en"))


def asked_for(path: Path) -> set[tuple[str, int]]:
    """Every key that code asks ``words`` for, as far as it stands there whole."""
    found = set()
    for call in calls_in(path):
        name = ast.unparse(call.func)
        if (
            name.split(".")[-1] in {"words", "_words"}
            and call.args
            and isinstance(call.args[0], ast.Constant)
        ):
            found.add((str(call.args[0].value), call.lineno))
    return found


def test_every_key_that_is_asked_for_has_words(words: Words) -> None:
    missing = {
        f"{name_of(path)}:{line} {key}"
        for path in SOURCES
        for key, line in asked_for(path)
        if not words.has(key)
    }
    assert missing == set()


def test_no_sentence_is_picked_by_whether_there_is_one() -> None:
    """A sentence that counts stands in its forms: another language has other ones, or more."""
    picked = set()
    for path in SOURCES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.IfExp) and _asks_for_one(node.test) and _is_key(node.body, node.orelse):
                picked.add(f"{name_of(path)}:{node.lineno} {ast.unparse(node)}")
    assert picked == set()


def _asks_for_one(test: ast.expr) -> bool:
    """Whether it compares a number with one: ``n == 1``, ``n > 1``."""
    compared = [node for node in ast.walk(test) if isinstance(node, ast.Compare)]
    return any(
        isinstance(one, ast.Constant) and one.value == 1 for node in compared for one in node.comparators
    )


def _is_key(*branches: ast.expr) -> bool:
    """Whether one of them is a key of words, or a part of one."""
    texts = [
        str(one.value) for one in branches if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]
    calls = [ast.unparse(one.func) for one in branches if isinstance(one, ast.Call)]
    endings = {"one", "many", "some"}
    return any(text.strip(".").split(".")[-1] in endings or text.endswith("_one") for text in texts) or any(
        call.split(".")[-1] in {"words", "_words", "plain", "say"} for call in calls
    )


def test_no_key_is_a_twin_for_one(words: Words) -> None:
    keys = words.keys()
    endings = (".one", "_one", ".many", "_many", ".1")
    twins = {
        key
        for key in keys
        for ending in endings
        if key.endswith(ending)
        and (key.removesuffix(ending) in keys or f"{key.removesuffix(ending)}s" in keys)
    }
    assert twins == set()


TEXT_SETTERS = {
    "setText", "setWindowTitle", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setTitle",
    "setPlaceholderText", "QLabel", "QPushButton", "addItem", "addAction", "setStatusTip", "setWhatsThis",
}  # fmt: skip
SPOKEN = re.compile(r"[A-Za-z]{2,}")
NEUTRAL = {"Safehold"}


def test_no_sentence_stands_in_the_windows_code() -> None:
    spoken = set()
    for path in (ROOT / "ui").rglob("*.py"):
        if "demo" in path.parts:
            continue
        for call in calls_in(path):
            if called(call) not in TEXT_SETTERS:
                continue
            for argument in call.args:
                literal = argument.value if isinstance(argument, ast.Constant) else ""
                if isinstance(literal, str) and SPOKEN.search(literal) and literal not in NEUTRAL:
                    spoken.add(f"{name_of(path)}:{call.lineno} {literal!r}")
    assert spoken == set()


def test_object_names_are_attribute_names() -> None:
    """``self.keep.setObjectName("keep")``: a robot finds what the code calls it."""
    apart = set()
    for path in (ROOT / "ui").rglob("*.py"):
        for call in calls_in(path):
            match call:
                case ast.Call(
                    func=ast.Attribute(
                        attr="setObjectName",
                        value=ast.Attribute(value=ast.Name(id="self"), attr=attribute),
                    ),
                    args=[ast.Constant(value=str(name))],
                ) if name != attribute.strip("_"):
                    apart.add(f"{name_of(path)}:{call.lineno} self.{attribute} is named {name}")
    assert apart == set()


def test_qt_virtuals_are_marked_as_overrides() -> None:
    """A misspelt ``paintEvnt`` is found by the type checker only where ``@override`` stands."""
    virtual = re.compile(r"^(\w+Event|eventFilter|sizeHint|minimumSizeHint|rowCount|columnCount|data|flags)$")
    bare = set()
    for path in (ROOT / "ui").rglob("*.py"):
        for kind in ast.walk(tree_of(path)):
            if not isinstance(kind, ast.ClassDef) or not kind.bases:
                continue
            for method in kind.body:
                is_virtual = isinstance(method, ast.FunctionDef) and virtual.match(method.name)
                if is_virtual and "override" not in {ast.unparse(one) for one in method.decorator_list}:
                    bare.add(f"{name_of(path)}:{method.lineno} {method.name}")
    assert bare == set()
