// SPDX-License-Identifier: MIT
// Text, bytes and the one form of JSON that is hashed or signed. Mirrors app/custody/canonical.py.
// Source: RFC 8785 (JCS), narrowed: no floats, whole numbers below 2^53, plain keys, NFC.

// Why a check cannot go on, or a thing cannot be believed. The names of the Python errors stand beside them.
class Refused extends Error {} // BadInput: not in the form it must have
class Broken extends Error {} // ChainBroken: log, note or key do not hold together
class Unreadable extends Error {} // PackageUnreadable: no package, or beyond all limits
class Mismatch extends Error {} // HashMismatch: breaks off, or is not what the ZIP says
class Cancelled extends Error {} // the person stopped it

// What Python calls white space; the browser's own \s differs in five characters.
const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const NESTED = 64; // deeper than any record is, and shallow enough for every reader
const KEY = /^[A-Za-z][A-Za-z0-9_]*$/;
const NUMBER = /-?(?:0|[1-9][0-9]*)/y;
const PLAIN_TEXT = /[^"\\\x00-\x1f]*/y;
const ESCAPES = new Map([
  ['"', '"'], ["\\", "\\"], ["b", "\b"], ["f", "\f"], ["n", "\n"], ["r", "\r"], ["t", "\t"],
]);

function encodeUtf8(text) {
  return new TextEncoder().encode(text);
}

// Returns the text of these bytes, a byte order mark and all; throws Refused where they are no UTF-8.
function decodeUtf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused("not UTF-8");
  }
}

function toHex(bytes) {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

function fromHex(text) {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

// Returns the bytes of base64 in its one strict form; none if it is not. Two spellings of one value must not
// both pass, so it is encoded again and compared.
function fromBase64(text) {
  let plain = "";
  try {
    plain = atob(text);
  } catch {
    return new Uint8Array(0);
  }
  const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : new Uint8Array(0);
}

function isAlike(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

// Compares as Python does, by code point: the browser's own order puts rare signs elsewhere.
function byCodePoint(one, other) {
  const [a, b] = [[...one], [...other]];
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    if (a[i] !== b[i]) return a[i].codePointAt(0) - b[i].codePointAt(0);
  }
  return a.length - b.length;
}

// Returns the three parts of a text around the first place of a mark, as Python's str.partition does.
function partition(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, "", ""] : [text.slice(0, at), mark, text.slice(at + mark.length)];
}

// The same around the last place, as Python's str.rpartition does.
function rpartition(text, mark) {
  const at = text.lastIndexOf(mark);
  return at < 0 ? ["", "", text] : [text.slice(0, at), mark, text.slice(at + mark.length)];
}

// Returns the value that these canonical bytes stand for; throws Refused if they are in any other form.
// JSON.parse would take the last of two equal keys, round large numbers and not say how a text was spelt;
// this reader knows only the one spelling that canonical JSON has.
function readCanonical(bytes) {
  const text = decodeUtf8(bytes);
  if (text.normalize("NFC") !== text) throw new Refused("not in canonical form");
  const reader = { text, at: 0 };
  const value = readValue(reader, 0);
  if (reader.at !== text.length) throw new Refused("not in canonical form");
  return value;
}

function readValue(reader, depth) {
  if (depth > NESTED) throw new Refused("nested too deeply");
  const sign = reader.text[reader.at];
  if (sign === "{") return readObject(reader, depth);
  if (sign === "[") return readList(reader, depth);
  if (sign === '"') return readText(reader);
  for (const [word, value] of [["true", true], ["false", false], ["null", null]]) {
    if (reader.text.startsWith(word, reader.at)) {
      reader.at += word.length;
      return value;
    }
  }
  return readNumber(reader);
}

// Takes this sign if it comes next; says whether it did.
function takes(reader, sign) {
  if (reader.text[reader.at] !== sign) return false;
  reader.at += 1;
  return true;
}

function readObject(reader, depth) {
  const found = Object.create(null); // so that no key can reach what every object has
  reader.at += 1;
  if (takes(reader, "}")) return found;
  let before = "";
  do {
    const key = readText(reader);
    if (!KEY.test(key) || key <= before) throw new Refused("keys not plain, in order and each once");
    if (!takes(reader, ":")) throw new Refused("not JSON");
    found[key] = readValue(reader, depth + 1);
    before = key;
  } while (takes(reader, ","));
  if (!takes(reader, "}")) throw new Refused("not JSON");
  return found;
}

function readList(reader, depth) {
  const found = [];
  reader.at += 1;
  if (takes(reader, "]")) return found;
  do found.push(readValue(reader, depth + 1));
  while (takes(reader, ","));
  if (!takes(reader, "]")) throw new Refused("not JSON");
  return found;
}

function readText(reader) {
  if (!takes(reader, '"')) throw new Refused("not JSON");
  let found = "";
  for (;;) {
    PLAIN_TEXT.lastIndex = reader.at;
    const plain = PLAIN_TEXT.exec(reader.text)[0];
    found += plain;
    reader.at += plain.length;
    if (takes(reader, '"')) return found;
    if (!takes(reader, "\\")) throw new Refused("not JSON");
    found += readEscape(reader);
  }
}

// Canonical JSON escapes the quote, the backslash and control characters, each in one way only.
function readEscape(reader) {
  const sign = reader.text[reader.at];
  if (ESCAPES.has(sign)) {
    reader.at += 1;
    return ESCAPES.get(sign);
  }
  const digits = reader.text.slice(reader.at, reader.at + 5);
  const letter = String.fromCharCode(parseInt(digits.slice(3), 16));
  if (!/^u00[01][0-9a-f]$/.test(digits) || "\b\f\n\r\t".includes(letter)) throw new Refused("not canonical");
  reader.at += 5;
  return letter;
}

function readNumber(reader) {
  NUMBER.lastIndex = reader.at;
  const digits = NUMBER.exec(reader.text)?.[0];
  if (digits === undefined || digits === "-0") throw new Refused("not JSON, or a number that is not whole");
  const number = Number(digits);
  if (!Number.isSafeInteger(number)) throw new Refused("a number of 2^53 or more");
  reader.at += digits.length;
  return number;
}
