// SPDX-License-Identifier: MIT
// Signed notes, checkpoints and the public key. Mirrors app/custody/checkpoint.py and app/package/signature.py.
// Source: C2SP signed-note and tlog-checkpoint; Ed25519 is RFC 8032.

const ALGORITHM = 1; // Source: C2SP signed-note, signature types: Ed25519
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const MAX_NOTE_CHARACTERS = 64 * 1024;
const MARK = "\u2014"; // the em dash that begins a signature line
const KEY_NAME = new RegExp(`^[^+${BLANK}]+$`);
const SIZE = /^(?:0|[1-9][0-9]{0,15})$/;
const PACKAGE_NOTE = /^safehold package v1\ntagmanifest-sha256\.txt\n([0-9a-f]{64})\n$/;
const NO_ED25519 = "signatures: this browser cannot check them (Ed25519)";

// Returns the hash value by which people compare public keys: 64 hexadecimal digits.
function fingerprint(bytes) {
  return sha256Of(bytes);
}

// Returns the text of a note that this key signed under this name; throws Broken if it did not.
async function openNote(note, bytes, name, bag) {
  const [text, signature] = noteParts(note, name);
  if (!isAlike(signature.subarray(0, 4), keyId(name, bytes))) throw new Broken("signed by another key");
  if (!(await isSigned(bytes, signature.subarray(4), encodeUtf8(text), bag))) {
    throw new Broken("the signature does not fit the note");
  }
  return text;
}

// Whether the key signed the message. A browser that cannot tell says so in the bag, and the verdict with it.
async function isSigned(bytes, signature, message, bag) {
  if (!(await knowsEd25519())) {
    bag.unchecked.add(NO_ED25519);
    return true;
  }
  return signature.length === SIGNATURE_BYTES && verifies(bytes, signature, message).catch(() => false);
}

async function verifies(bytes, signature, message) {
  const key = await crypto.subtle.importKey("raw", bytes, { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, key, signature, message);
}

// Whether the browser can check signatures: asked once, with the first test of RFC 8032, section 7.1.
let ed25519;
function knowsEd25519() {
  ed25519 ??= verifies(
    fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
    fromHex(
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b" +
        "d25bf5f0595bbe24655141438e7a100b",
    ),
    new Uint8Array(0),
  ).catch(() => false);
  return ed25519;
}

// Returns what a signed head says, signed by this key under the log's own name; throws Broken otherwise.
async function readCheckpoint(note, bytes, bag) {
  const origin = partition(note, "\n")[0];
  const lines = (await openNote(note, bytes, origin, bag)).split("\n");
  if (lines.length !== 4 || !SIZE.test(lines[1])) throw new Broken("the note is no checkpoint");
  const root = fromBase64(lines[2]);
  if (root.length !== KEY_BYTES) throw new Broken("the checkpoint has no root");
  return { origin, size: Number(lines[1]), root: toHex(root) };
}

// Returns the four bytes by which a signature line names its key. Source: C2SP signed-note.
function keyId(name, bytes) {
  return fromHex(sha256Of(joined([encodeUtf8(`${name}\n`), Uint8Array.of(ALGORITHM), bytes])).slice(0, 8));
}

// Returns the line that hands the public key on. Source: C2SP signed-note, verifier keys.
function publicKeyLine(name, bytes) {
  return `${name}+${toHex(keyId(name, bytes))}+${toBase64(joined([Uint8Array.of(ALGORITHM), bytes]))}\n`;
}

// Returns {name, bytes} of such a line; throws Broken if it is none, or its parts do not fit together.
function readPublicKeyLine(line) {
  const [name, , rest] = partition(line, "+");
  const encoded = partition(rest, "+")[2];
  const bytes = fromBase64(encoded.endsWith("\n") ? encoded.slice(0, -1) : encoded).subarray(1);
  const isRight = KEY_NAME.test(name) && bytes.length === KEY_BYTES && publicKeyLine(name, bytes) === line;
  if (!isRight) throw new Broken("the public key cannot be read");
  return { name, bytes };
}

// Returns the hash value that the second note signs; throws Broken if it is another note.
function signedHash(text) {
  const match = PACKAGE_NOTE.exec(text);
  if (match === null) throw new Broken("not the note of a package");
  return match[1];
}

// Returns the signed text and the one signature under this name; throws Broken without exactly one.
function noteParts(note, name) {
  if ([...note].length > MAX_NOTE_CHARACTERS || !note.endsWith("\n")) throw new Broken("not a signed note");
  const [text, gap, below] = rpartition(note, "\n\n");
  const lines = below.split("\n").slice(0, -1);
  if (!gap || !lines.every((line) => line.startsWith(`${MARK} `))) throw new Broken("not a signed note");
  const ours = lines.map((line) => line.split(" ")).filter((parts) => parts.length === 3 && parts[1] === name);
  if (ours.length !== 1) throw new Broken("no signature under this name");
  return [`${text}\n`, fromBase64(ours[0][2])];
}
