# SPDX-License-Identifier: MIT
from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from app import commands, errors, paths
from tests.app.test_export import SECRET, make_vault

if TYPE_CHECKING:
    from pathlib import Path

    from app.package.findings import Anchored

MAIN = [sys.executable, str(paths.project_root() / "main.py")]


def run_main(*arguments: str, **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MAIN, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, **more
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("fly",),
        ("demo",),
        ("verify",),
        ("report", "case.safehold"),
        ("package", "--out", "x.zip"),
        ("stage", "elsewhere"),
        ("verify", "x", "--no-such"),
    ],
)
def test_what_makes_no_sense_ends_with_2_and_one_line(arguments: tuple[str, ...]) -> None:
    done = run_main(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "--help" in done.stderr


def test_hidden_verbs_are_not_offered() -> None:
    offered = run_main("--help").stdout
    assert all(verb in offered for verb in ("demo", "verify", "report", "package"))
    assert "stage" not in offered


def test_no_verb_opens_the_window() -> None:
    assert commands.parse([]).run is None
    assert commands.parse(["stage", "profile"]).run is None


def test_nothing_heavy_is_imported_before_the_verb_is_known() -> None:
    seen = subprocess.run(
        [sys.executable, "-c", "import main, sys; print(*sys.modules)"],
        cwd=paths.project_root(), capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    heavy = {
        "PySide6",
        "numpy",
        "reportlab",
        "sqlcipher3",
        "mss",
        "PIL",
        "cryptography",
        "cattrs",
    }
    assert heavy & set(seen) == set()


@pytest.mark.parametrize("verb", ["report", "package"])
def test_a_vault_that_is_not_there_ends_with_2(tmp_path: Path, verb: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("violet kettle march otter\n", encoding="utf-8")
    out = tmp_path / "out"
    done = run_main(verb, str(tmp_path / "no.safehold"), "--out", str(out), "--passphrase-file", str(secret))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == commands.ADVICE[errors.VaultMissing] + "\n"
    assert not out.exists()


def test_without_a_passphrase_and_a_terminal_it_says_which_option(tmp_path: Path) -> None:
    done = run_main("report", str(tmp_path), "--out", str(tmp_path / "r.pdf"))
    assert done.returncode == 2
    assert "--passphrase-file" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_package_is_whole_unless_parts_or_another_form_are_asked_for() -> None:
    whole = commands.parse(["package", "v", "--out", "o"])
    assert (whole.exhibit, whole.form) == ([], "whole")
    part = commands.parse(
        ["package", "v", "--out", "o", "--exhibit", "TJH/2", "--exhibit", "TJH/4", "--form", "upload"]
    )
    assert (part.exhibit, part.form) == (["TJH/2", "TJH/4"], "upload")
    with pytest.raises(SystemExit):
        commands.parse(["package", "v", "--out", "o", "--form", "letter"])


def test_the_words_of_a_copy_for_email_are_said_once(tmp_path: Path) -> None:
    folder = make_vault(tmp_path / "case.safehold")
    (tmp_path / "secret").write_text(SECRET)
    asked = ("report", str(folder), "--out", str(tmp_path / "e.pdf"), "--for-email")
    done = run_main(*asked, "--passphrase-file", str(tmp_path / "secret"))
    assert (done.returncode, done.stderr) == (0, "")
    written, said = done.stdout.splitlines()
    assert written == f"Written: {tmp_path / 'e.pdf'}"
    words = said.partition(": ")[2]
    assert len(words.split(" ")) == 6
    assert PdfReader(tmp_path / "e.pdf", password=words).pages


def test_a_passphrase_is_never_an_argument() -> None:
    for verb in ("report", "package"):
        with pytest.raises(SystemExit):
            commands.parse([verb, "v", "--out", "o", "--passphrase", "secret"])


@pytest.mark.parametrize("data", [b"", b"planted\x8c", b"planted" * 10_000])
def test_a_passphrase_file_that_is_none_ends_with_2_and_is_not_quoted(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "secret").write_bytes(data)
    done = run_main("report", "v", "--out", "r.pdf", "--passphrase-file", str(tmp_path / "secret"))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert not any(word in done.stderr for word in ("planted", "0x8c", "Traceback"))


def test_a_fault_of_ours_is_one_line_without_what_was_being_worked_on(capsys) -> None:
    def fail(_: argparse.Namespace) -> int:
        raise ValueError("planted")

    assert commands.run(argparse.Namespace(run=fail)) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert "ValueError at test_commands.py:" in said.err
    assert "planted" not in said.err


def test_a_name_that_the_console_cannot_write_is_written_out(tmp_path: Path) -> None:
    (tmp_path / "bagit.txt").write_bytes(b"")
    (tmp_path / "caf\u00e9.txt").write_bytes(b"")
    done = run_main("verify", str(tmp_path), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 1
    assert "extra: caf\\xe9.txt" in done.stdout


def test_a_package_that_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(b"no package")
    done = run_main("verify", str(tmp_path / "p.zip"))
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


@dataclass
class Finding:
    reason: str
    file: str


@dataclass
class Found:
    verdict: str
    findings: tuple[Finding, ...] = ()
    not_checked: tuple[str, ...] = ()
    anchors: tuple[Anchored, ...] = ()


@pytest.mark.parametrize(
    ("verdict", "root", "code"),
    [
        ("matches the paper", "ab" * 32, 0),
        ("agrees with itself", None, 0),
        ("agrees with itself", "ab" * 32, 1),
        ("differs", None, 1),
        ("differs", "ab" * 32, 1),
    ],
)
def test_exit_codes_of_verify(verdict: str, root: str | None, code: int) -> None:
    assert commands.code_of(Found(verdict), root) == code


def test_verify_prints_one_json_object_and_nothing_else(capsys) -> None:
    found = Found("differs", (Finding("hash differs", "data/a.png"),), ("anchors",))
    commands.tell_verdict(found, as_json=True)
    said = capsys.readouterr().out
    assert json.loads(said) == {
        "verdict": "differs",
        "findings": [{"reason": "hash differs", "file": "data/a.png"}],
        "not_checked": ["anchors"],
        "anchors": [],
    }
    assert len(said.splitlines()) == 1


def test_verify_names_every_finding_in_words(capsys) -> None:
    commands.tell_verdict(
        Found("differs", (Finding("missing", "a"), Finding("extra", "b")), ("c",)), as_json=False
    )
    assert capsys.readouterr().out.splitlines() == [
        "differs",
        "  missing: a",
        "  extra: b",
        "  not checked: c",
    ]


def leaves(kind: type[errors.EvidenceError]) -> list[type[errors.EvidenceError]]:
    below = kind.__subclasses__()
    return [leaf for one in below for leaf in leaves(one)] if below else [kind]


@pytest.mark.parametrize("kind", leaves(errors.EvidenceError))
def test_every_failure_has_a_line_that_ends_and_is_not_empty(kind: type[errors.EvidenceError]) -> None:
    bare = kind.__new__(kind)
    Exception.__init__(bare, "a {brace} and 50 % of it")
    said = commands.advice(bare)
    assert said.strip()
    assert "\n" not in said
    assert "{said}" not in said


def test_no_display_ends_with_2_one_line_and_nothing_made(tmp_path: Path) -> None:
    environ = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "XDG_SESSION_TYPE": "x11"}
    done = run_main("demo", "--out", str(tmp_path / "demo"), env=environ)
    assert (done.returncode, done.stdout) == (2, "")
    assert "make demo" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "demo").exists()


@pytest.mark.parametrize("error", [errors.WrongPassphrase(""), errors.BadInput("x\ny"), KeyboardInterrupt()])
def test_every_failure_is_one_line_and_2(capsys, error: BaseException) -> None:
    def fail(_: argparse.Namespace) -> int:
        raise error

    assert commands.run(argparse.Namespace(run=fail)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_a_path_that_cannot_be_opened_is_named(capsys, tmp_path: Path) -> None:
    def fail(_: argparse.Namespace) -> int:
        (tmp_path / "gone").read_bytes()
        return 0

    assert commands.run(argparse.Namespace(run=fail)) == 2
    assert "gone" in capsys.readouterr().err
