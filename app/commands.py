# SPDX-License-Identifier: MIT
"""The verbs of the command line: thin, each calls one package. Source: docs/architecture.md, section 9.

Packages are imported by the verb that needs them: numpy, reportlab and SQLCipher together cost about 300 ms,
and the window must not wait for what it does not use at once.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from typing_extensions import override

from app import errors
from app.asking import passphrase
from app.i18n import ENGLISH
from app.languages import languages
from app.paths import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.package.findings import Verdict

DONE, DIFFERS, NO_ACCESS = 0, 1, 2

# One line on stderr: what happened, what to do. ``{said}`` is the error's own message, alone by default.
ADVICE: dict[type[errors.EvidenceError], str] = {
    errors.WrongPassphrase: "That passphrase does not open the vault. Check the passphrase file.",
    errors.VaultMissing: "There is no vault at that place. Give the folder that ends in .safehold.",
    errors.NotAVault: "That folder is not a vault. Give the folder that ends in .safehold.",
    errors.VaultBusy: "The vault is open in another Safehold. Lock it there, then try again.",
    errors.VaultDamaged: "The vault cannot be read. Copy the folder first, then open a backup.",
    errors.VaultTooNew: "A later Safehold made this vault. Use that release to open it.",
    errors.FolderReadOnly: "The folder cannot be written to. Choose another, or change its permissions.",
    errors.DiskFull: "The disk is full. Free some space, then try again; what was there is untouched.",
    errors.CaptureUnsupported: "Cannot capture here ({said}). Run it on an X11 desktop, or use: make demo",
    errors.WindowGone: "That window is not on the screen ({said}). Open it again, then try once more.",
    errors.CaptureDenied: "The system did not give a picture. Allow screen capture, then try again.",
    errors.PicturesNotAllowed: "No pictures are kept in this case. Type the facts instead.",
    errors.NothingToReport: "There is nothing to report yet. Add a picture or a fact first.",
    errors.PackageUnreadable: "That cannot be checked ({said}). Give the ZIP, or the folder of the package.",
    errors.ExportFailed: "Not finished: {said}. Nothing half-written was left. Try another place for --out.",
    errors.Cancelled: "Stopped. Nothing half-finished was left behind.",
}


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage text; takes no shortened options."""

    def __init__(self, **settings: Any) -> None:
        """An option is written out, so that ``--passphrase`` never passes for ``--passphrase-file``."""
        super().__init__(allow_abbrev=False, **settings)

    @override
    def error(self, message: str) -> NoReturn:
        """End with exit code 2."""
        self.exit(NO_ACCESS, f"{message}. See main.py --help for what can be given.\n")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for; ``run`` is None where a window is to be opened.

    Raises:
        SystemExit: with code 2 and one line on stderr, if it makes no sense.
    """
    parser = Parser(prog="main.py", description="Keeps the evidence of an online blackmail for the police.")
    parser.set_defaults(run=None, verb=None)
    parser.add_argument("--vault", type=Path, help="the vault the window opens")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser)
    _add_demo(verbs.add_parser("demo", help="do the whole job on an invented case"))
    _add_verify(verbs.add_parser("verify", help="check a package, zip or folder"))
    _add_join(verbs.add_parser("join", help="join pictures of one scrolled conversation"))
    _add_identify(verbs.add_parser("identify", help="see identifiers in pictures"))
    report = verbs.add_parser("report", help="write the report of a vault")
    _add_export(report, "PDF", write_report)
    report.add_argument("--for-email", action="store_true", help="locked; the words are said once")
    package = verbs.add_parser("package", help="write the package of a vault, or a part of it")
    _add_export(package, "ZIP", write_package)
    package.add_argument("--exhibit", action="append", default=[], metavar="REF", help="only this one")
    package.add_argument("--form", choices=("whole", "upload"), default="whole", help="upload: a folder")
    verbs.add_parser("gallery")  # hidden: every part of the window, for those who build it
    stage = verbs.add_parser("stage")  # hidden: the second process of the demo
    stage.add_argument("kind", choices=("profile", "conversation"))
    stage.add_argument("--on-top", action="store_true")
    return parser.parse_args(argv)


def run(arguments: argparse.Namespace) -> int:
    """The verb was done, or one line on stderr says why not; returns the exit code."""
    verb: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return verb(arguments)
    except errors.EvidenceError as error:
        return _refuse(advice(error))
    except KeyboardInterrupt:
        return _refuse(ADVICE[errors.Cancelled])
    except OSError as error:
        return _refuse(
            f"{error.strerror or type(error).__name__}: {error.filename or 'a file'}. Check the path."
        )
    except Exception as error:  # noqa: BLE001 - the last one: a traceback could quote what was being worked on
        return _refuse(f"A fault in Safehold: {_kind_and_place(error)}. Please report this line.")


def advice(error: errors.EvidenceError) -> str:
    """Return one line for a failure: what happened, what to do."""
    said = str(error) or type(error).__name__
    return ADVICE.get(type(error), "{said}").format(said=said)


def do_demo(arguments: argparse.Namespace) -> int:
    """The sample case stands in the folder, exported and verified."""
    from app.demo.story import play  # noqa: PLC0415 - lazy, 300 ms

    summary = play(arguments.out)
    if arguments.json:
        _say(json.dumps(asdict(summary), ensure_ascii=False))
        return DONE
    _say(f"The report is at {arguments.out / 'report.pdf'}")
    _say(f"The package for the officer is at {arguments.out / 'package.zip'}; it verifies.")
    return DONE


def do_verify(arguments: argparse.Namespace) -> int:
    """The package was checked and what differs was named."""
    from app.package.verify import verify  # noqa: PLC0415 - lazy, 300 ms

    found = verify(arguments.path, root=arguments.root, key=arguments.key, exhibits=tuple(arguments.exhibit))
    tell_verdict(found, as_json=arguments.json)
    return code_of(found, arguments.root)


def tell_verdict(found: Verdict, *, as_json: bool) -> None:
    """Verdict, findings and what was not checked stand on stdout: one JSON object, or a line each."""
    findings = [{"reason": str(one.reason), "file": one.file} for one in found.findings]
    if as_json:
        plain = {
            "verdict": str(found.verdict),
            "findings": findings,
            "not_checked": list(found.not_checked),
            "anchors": [asdict(one) for one in found.anchors],
        }
        _say(json.dumps(plain, ensure_ascii=False))
        return
    lines = [f"  {one['reason']}: {one['file']}" for one in findings]
    lines += [f"  {line}" for one in found.anchors for line in one.lines()]
    _say("\n".join([str(found.verdict), *lines, *(f"  not checked: {name}" for name in found.not_checked)]))


def code_of(found: Verdict, root: str | None) -> int:
    """Return 0 if it matches the paper, or agrees with itself where no root was given to compare; else 1."""
    good = {"matches the paper"} if root else {"matches the paper", "agrees with itself"}
    return DONE if str(found.verdict) in good else DIFFERS


def do_join(arguments: argparse.Namespace) -> int:
    """The joined picture stands at the path, and how the frames meet was told."""
    from app.joining import join_files  # noqa: PLC0415 - lazy, 150 ms

    told = join_files(arguments.frames, arguments.out)
    _say(json.dumps(told.plain(), ensure_ascii=False) if arguments.json else told.text())
    return DIFFERS if told.has_gap else DONE


def do_identify(arguments: argparse.Namespace) -> int:
    """Each picture that can be read was looked at, and what was seen in it told at once."""
    from app.identify.reading import Reader  # noqa: PLC0415 - lazy, 90 ms with the next
    from app.identifying import identify  # noqa: PLC0415

    asked = (arguments.images, arguments.platform)
    try:
        with Reader() as reader:
            is_whole = identify(*asked, reader, _say_at_once, _refuse, as_json=arguments.json)
    except BrokenPipeError:  # whoever listened has heard enough, and what is left has nowhere to go
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return DONE if is_whole else NO_ACCESS


def write_report(arguments: argparse.Namespace) -> int:
    """The report of the vault stands at the path, locked if it is for e-mail, and the vault's log says so."""
    secret = passphrase(arguments)
    from app.export import email_copy_of, report_of  # noqa: PLC0415 - lazy, 300 ms

    write = email_copy_of if arguments.for_email else report_of
    written = write(arguments.vault_folder, secret, arguments.out, language=arguments.language)
    return _written(written, arguments)


def write_package(arguments: argparse.Namespace) -> int:
    """The package of the vault stands at the path, and the vault's log says so."""
    secret = passphrase(arguments)
    from app.export import package_of  # noqa: PLC0415 - lazy, 300 ms

    written = package_of(
        arguments.vault_folder,
        secret,
        arguments.out,
        exhibits=arguments.exhibit,
        form=arguments.form,
        language=arguments.language,
    )
    return _written(written, arguments)


def _kind_and_place(error: Exception) -> str:
    """Return the kind of a fault and the line of code it comes from: nothing of what was being worked on."""
    trace, place = error.__traceback__, "a place that is not known"
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=do_demo)


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path)
    parser.add_argument("--root", metavar="HEX", help="the root printed on the report")
    parser.add_argument("--key", metavar="FINGERPRINT", help="the key fingerprint printed on the report")
    parser.add_argument("--exhibit", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=do_verify)


def _add_join(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("frames", type=Path, nargs="+", metavar="FRAME")
    parser.add_argument("--out", type=Path, required=True, metavar="PNG")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=do_join)


def _add_identify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("images", type=Path, nargs="+", metavar="IMAGE")
    parser.add_argument("--platform", metavar="P", help="the platform the pictures are of, such as skype")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=do_identify)


def _add_export(
    parser: argparse.ArgumentParser, kind: str, verb: Callable[[argparse.Namespace], int]
) -> None:
    parser.add_argument("vault_folder", type=Path, metavar="VAULT")
    parser.add_argument("--out", type=Path, required=True, metavar=kind)
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE")
    known = [one.id for one in languages(resources() / "locale")]
    parser.add_argument("--language", default=ENGLISH, choices=known, help="of what is written")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=verb)


def _written(written: dict[str, object], arguments: argparse.Namespace) -> int:
    """What was written is said, as JSON or a line for each file; the words that open it, if it is locked."""
    places = written.get("files")
    several = places if isinstance(places, list) and len(places) > 1 else [arguments.out]
    lines = "\n".join(f"Written: {place}" for place in several)
    if "words" in written:
        lines += f"\nThe six words that open it, said only now: {written['words']}"
    _say(json.dumps(written, ensure_ascii=False) if arguments.json else lines)
    return DONE


def _refuse(line: str) -> int:
    """One line stands on stderr."""
    sys.stderr.write(" ".join(line.split()) + "\n")
    return NO_ACCESS


def _say(line: str) -> None:
    """One line stands on stdout."""
    encoding = sys.stdout.encoding or "utf-8"  # names of files may be beyond what a console can write
    sys.stdout.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _say_at_once(line: str) -> None:
    """One line stands on stdout and has gone to whoever listens."""
    _say(line)
    sys.stdout.flush()
