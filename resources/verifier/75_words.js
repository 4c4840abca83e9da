// SPDX-License-Identifier: MIT
// What the page says: one sentence for each reason, and for each thing that was not checked.

const REASONS = new Map([
  ["missing", "Missing. The lists, the log or the format say it belongs here, and it is not."],
  ["extra", "Not on any list. It was added after the package was made."],
  ["changed", "Changed. Its bytes are not those on the list."],
  ["lists_disagree", "On one list of hash values and not on the other."],
  ["malformed", "Not in the form it must have."],
  ["contradicts", "Says something that the rest of the package shows to be otherwise."],
  ["unreadable", "Cannot be opened."],
  ["unsafe_name", "Has a name that would lead out of the folder, or that other programs read differently."],
  ["hidden_bytes", "Holds bytes that belong to none of its files."],
  ["duplicate_name", "There are two files under this name."],
  ["link", "Is not a file but a pointer to one."],
  ["too_large", "Larger than such a file can be. It was not opened."],
  ["key_unreadable", "The public key cannot be read, so nothing signed could be checked."],
  ["signature_invalid", "Was not signed by this key, or was changed after it was signed."],
  ["not_signed", "The signed hash value is that of another list: the lists were written anew."],
  ["chain_broken", "A record does not follow from the one before it."],
  ["size_differs", "Has more or fewer records than the signed checkpoint says."],
  ["root_differs", "Its records are not those of the signed checkpoint."],
  ["not_in_log", "The log has no record of exactly these bytes."],
  ["not_in_tree", "The proof does not lead from this record to the root."],
  ["not_consistent", "An earlier signed head is not the beginning of this log."],
  ["anchor_invalid", "Holds no valid time stamp over a signed head of this log."],
  ["anchor_untrusted", "The time stamp is by an authority that this release does not know."],
  ["paper_root", "The fingerprint of the log is not the one you typed from the paper (ROOT)."],
  ["paper_key", "The fingerprint of the key is not the one you typed from the paper (KEY)."],
  ["system_file", "Put there by a computer by itself. It is not evidence."],
  ["exhibit_found", "The log knows exactly this file."],
]);

const SAID = new Map([
  [NO_ROOT, "Whether this is the log that was printed: no ROOT was typed."],
  [NO_KEY, "Whether this is the key that was printed: no KEY was typed."],
  [NO_ANCHOR, "When it was made: no outside authority has stamped this log, so all times are those of one computer."],
  [NO_ED25519, "The signatures: this browser is too old for them. Every hash value was compared. Use a newer one."],
]);

const OUTCOMES = new Map([
  [MATCHES, {
    look: "matches", sign: "\u2713", title: "Matches the paper",
    text: "Every file is the one that was exported. Nothing was changed, added, removed or put in another order " +
      "since it was signed, and both fingerprints are those you typed.",
  }],
  [AGREES, {
    look: "agrees", sign: "=", title: "Agrees with itself, not compared with paper",
    text: "The files fit the lists, the log and the signatures in this package. But whoever made it could have " +
      "made another that fits as well. Type both values from the printed page to know.",
  }],
  [DIFFERS, {
    look: "differs", sign: "\u2715", title: "Differs",
    text: "This is not, or not only, what was exported. Do not rely on this copy. Keep it as it is, ask for " +
      "another, and pass on the list below.",
  }],
]);

const NOT_PROVED = [
  "That the screen told the truth.",
  "Who was typing, or whose hands an account was in.",
  "That the computer\u2019s clock was right.",
  "That nothing was left out by the person.",
];

const NOTHING_READ = "Nothing was checked";

// Shows a name that may be hostile: what cannot be seen or turns text round is written out.
function shownName(name) {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, (sign) => {
    return `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`;
  });
  return plain.length > 300 ? `${plain.slice(0, 300)}\u2026` : plain;
}

// Returns a hash value as on the paper: groups of four, eight to a line.
function grouped(value) {
  return value.replace(/(.{4})(?=.)/g, "$1 ").replace(/((?:.{4} ){7}.{4}) /g, "$1\n");
}

function filesCounted(count) {
  return count === 1 ? "1 file" : `${count} files`;
}
