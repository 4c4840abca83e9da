# SPDX-License-Identifier: MIT
"""Everything that can go wrong and that a person must be told apart.

    EvidenceError
    +-- VaultError
    |   +-- WrongPassphrase        the passphrase or the recovery code does not open it
    |   +-- CodeMistyped           a group of the recovery code fails its check character
    |   +-- VaultDamaged           header or database cannot be read
    |   +-- NotAVault              the folder is something else
    |   +-- VaultMissing           there is no such folder
    |   +-- VaultExists            a vault is already there
    |   +-- VaultBusy              another Safehold has it open
    |   +-- FolderReadOnly         the folder cannot be written to
    |   +-- VaultTooNew            made by a later Safehold
    |   +-- VaultLocked            the vault was locked while work was waiting
    +-- DiskFull                   no room for what was to be written
    +-- ComputerBusy               the system had no memory, or no open file, left for it
    +-- NoRoom                     not begun: there is less room than it needs
    +-- CopyNotAllowed             no copy of a case with pictures that may show someone under 18
    +-- CaptureError
    |   +-- CaptureDenied          the system did not give us the picture
    |   +-- ScreenPermissionMissing macOS has not been told that pictures may be taken
    |   +-- CaptureUnsupported     this kind of screen cannot be captured yet
    |   +-- PictureLeft            the system left a picture on the disk that we cannot delete
    |   +-- WindowGone             the chosen window is closed or has no visible part
    |   +-- PicturesNotAllowed     someone is or may be under 18: words only
    +-- AskPoliceFirst             not removed: someone is or may be under 18
    +-- IntegrityError
    |   +-- HashMismatch           bytes are not what was recorded
    |   +-- ChainBroken            the custody log does not hold together
    +-- ContentError
    |   +-- GuideInvalid           a file of words, steps, platforms or contacts is wrong
    |   +-- SettingsInvalid        the settings file cannot be read
    +-- ExportError
    |   +-- ExportFailed           a report or package was not finished
    |   +-- NothingToReport        no exhibit and no fact yet
    |   +-- FactInvented           what was to be printed or copied holds a fact that is not stored
    |   +-- PrintFailed            the system's printing did not take the job
    |   +-- PackageUnreadable      what was given to verify is no package
    +-- InputError
    |   +-- BadInput               something typed or given cannot be used
    |   +-- ImportRefused          a file from outside was not brought in
    +-- ReadingFailed              the text in a picture could not be read
    +-- ClockNotMeasured           the time server gave no answer that can be used
    +-- AnchorFailed
    |   +-- AnchorUnreachable      no time authority answered
    |   +-- AnchorInvalid          what came back is no time stamp for what was asked
    |   +-- AnchorUntrusted        stamped by an authority that this release does not know
    +-- Cancelled                  the person stopped it; nothing was changed

The words for each leaf are in resources/words; a test fails on a leaf without words.
"""

from __future__ import annotations


class EvidenceError(Exception):
    """A failure with words for the person; the message never holds content, names or passphrases."""


class VaultError(EvidenceError):
    """Opening, closing or writing the vault did not work."""


class WrongPassphrase(VaultError):
    """No key slot opens with what was typed."""


class CodeMistyped(VaultError):
    """One group of a recovery code fails its check character.

    Attributes:
        group: which one, counted from 1; 0 if the number of groups is wrong.
    """

    def __init__(self, group: int) -> None:
        """Name the group, so that the person can look at it once more."""
        super().__init__(f"recovery code, group {group}")
        self.group = group


class VaultDamaged(VaultError):
    """Header or database cannot be read."""


class NotAVault(VaultError):
    """The folder exists and is not a vault."""


class VaultMissing(VaultError):
    """There is no vault at that place."""


class VaultExists(VaultError):
    """A vault is already at that place."""


class VaultBusy(VaultError):
    """Another process holds the lock file.

    Attributes:
        pid: process id in the lock file.
        host: name of the computer in the lock file.
    """

    def __init__(self, pid: int = 0, host: str = "") -> None:
        """Keep who holds it."""
        super().__init__("the vault is open elsewhere")
        self.pid = pid
        self.host = host


class FolderReadOnly(VaultError):
    """The folder or its files cannot be written to."""


class VaultTooNew(VaultError):
    """The schema is of a later release."""


class VaultLocked(VaultError):
    """The vault was locked while the work was waiting."""


class DiskFull(EvidenceError):
    """No room for what was to be written; what was there before is untouched."""


class NoRoom(EvidenceError):
    """Not begun: there is less room than it needs.

    Attributes:
        name: how much it needs, for the person.
    """

    def __init__(self, needed_bytes: int) -> None:
        """Keep how much it needs."""
        super().__init__(f"{needed_bytes} bytes are needed")
        self.name = f"{max(needed_bytes, 100_000_000) / 1_000_000_000:.1f} GB"


class CopyNotAllowed(EvidenceError):
    """No copy is made of pictures that may show someone under 18. Source: evidence.md, section 6."""


class ComputerBusy(EvidenceError):
    """The system had no memory, or no open file, left for what was to be done; nothing was changed."""


class CaptureError(EvidenceError):
    """No picture was taken."""


class CaptureDenied(CaptureError):
    """The system did not give us the picture."""


class ScreenPermissionMissing(CaptureError):
    """macOS has not been told that this program may take pictures of the screen."""


class CaptureUnsupported(CaptureError):
    """This kind of screen cannot be captured yet."""


class PictureLeft(CaptureError):
    """A picture lies on the disk where anyone who uses this computer can see it, and we could not delete it.

    Attributes:
        name: the whole path of the file, for the person.
    """

    def __init__(self, name: str) -> None:
        """Keep where it is."""
        super().__init__("a picture could not be deleted")
        self.name = name


class WindowGone(CaptureError):
    """The chosen window is closed, minimised or off every screen."""


class PicturesNotAllowed(CaptureError):
    """Someone is, or may be, under 18: only words are kept. Source: evidence.md, section 6."""


class AskPoliceFirst(EvidenceError):
    """Not removed: someone is or may be under 18, so the police say first. Source: evidence.md, section 6."""


class IntegrityError(EvidenceError):
    """What is stored is not what was recorded."""


class HashMismatch(IntegrityError):
    """Bytes are not what was recorded; ``name`` is an exhibit reference or file name, to be shown."""

    def __init__(self, name: str) -> None:
        """Keep which one differs."""
        super().__init__(f"{name} differs from its record")
        self.name = name


class ChainBroken(IntegrityError):
    """The custody log does not hold together.

    Attributes:
        seq: the first record that does not fit.
    """

    def __init__(self, seq: int, reason: str) -> None:
        """Keep where and why."""
        super().__init__(f"custody record {seq}: {reason}")
        self.seq = seq
        self.reason = reason


class ContentError(EvidenceError):
    """A file that ships with the program, or its settings, is wrong."""


class GuideInvalid(ContentError):
    """A file of words, steps, platforms or contacts is wrong; the message names file, line and key."""


class SettingsInvalid(ContentError):
    """The settings file cannot be read; it was set aside and defaults are in use."""


class ExportError(EvidenceError):
    """Nothing that looks finished was left behind."""


class ExportFailed(ExportError):
    """A report or package was not finished; the half that was written is gone."""


class NothingToReport(ExportError):
    """No exhibit and no fact yet."""


class FactInvented(ExportError):
    """What was to be printed or copied holds a fact that is not stored; the message never says which."""


class PrintFailed(ExportError):
    """The system's printing did not take the job."""


class PackageUnreadable(ExportError):
    """What was given to verify is no package."""


class InputError(EvidenceError):
    """What was given cannot be used."""


class BadInput(InputError):
    """Something typed or given cannot be used; the message says which and why."""


class ImportRefused(InputError):
    """A file from outside was not brought in; it is where it was."""


class ReadingFailed(EvidenceError):
    """The text in a picture could not be read: the reader did not start, ended, or took too long."""


class ClockNotMeasured(EvidenceError):
    """The time server gave no answer that can be used; how far the clock is off stays "not measured"."""


class AnchorFailed(EvidenceError):
    """The record has no new time from outside; nothing else changed.

    Attributes:
        why: a word of ours for the custody log, never what a server wrote.
    """

    def __init__(self, why: str) -> None:
        """Keep the word."""
        super().__init__(why)
        self.why = why


class AnchorUnreachable(AnchorFailed):
    """No time authority answered, or not in time."""


class AnchorInvalid(AnchorFailed):
    """What came back is no time stamp for what was asked."""


class AnchorUntrusted(AnchorFailed):
    """The stamp was signed by an authority that this release does not know."""


class Cancelled(EvidenceError):
    """The person stopped it; nothing was changed."""
