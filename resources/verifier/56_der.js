// SPDX-License-Identifier: MIT
// A small strict reader of DER, for time stamps: one spelling of a value, or none. Mirrors app/custody/der.py.
// Source: ITU-T X.690, sections 8, 10 and 11 (DER); RFC 5280, section 4.1.2.5 (times).

const TAG = {
  boolean: 0x01, integer: 0x02, bits: 0x03, octets: 0x04, oid: 0x06,
  utcTime: 0x17, generalizedTime: 0x18, sequence: 0x30, set: 0x31,
};
const LONG_TAG = 0x1f;
const MOST_LENGTH_BYTES = 4;
const FIRST_YEAR_OF_TWO_DIGITS = 50; // Source: RFC 5280, section 4.1.2.5.1: 50 and later are 19xx
const FULL_TIME = /^(\d{14})(?:\.(\d{1,9}))?Z$/;
const SHORT_TIME = /^(\d\d)(\d{10})Z$/;

// Returns the one value that these bytes are: {tag, raw, body}; throws Refused where they are none.
function readDer(bytes, tag = TAG.sequence) {
  const [node, end] = derAt(bytes, 0);
  if (end !== bytes.length || node.tag !== tag) throw new Refused("not one value of its kind");
  return node;
}

// Returns the values in this one, in order; they must fill it exactly.
function derInside(node) {
  const found = [];
  for (let at = 0; at < node.body.length; ) {
    const [inner, end] = derAt(node.body, at);
    found.push(inner);
    at = end;
  }
  return found;
}

// Returns all values in a SEQUENCE, the first of which are of these kinds, in this order.
function derParts(node, ...tags) {
  const found = derInside(node);
  const isRight = node.tag === TAG.sequence && tags.every((tag, at) => found[at]?.tag === tag);
  if (!isRight) throw new Refused("not the parts it must have");
  return found;
}

// Returns a whole number, 0 or more, as its hexadecimal bytes without leading zeros.
function derNumber(node) {
  const { body } = node;
  if (node.tag !== TAG.integer || !body.length || body[0] & 0x80) throw new Refused("not a whole number");
  if (body.length === 1 || body[0] !== 0) return toHex(body);
  if (!(body[1] & 0x80)) throw new Refused("a number not in its shortest form");
  return toHex(body.subarray(1));
}

// Returns a whole number below 2^24.
function derSmall(node) {
  const digits = derNumber(node);
  if (digits.length > 6) throw new Refused("a number too large");
  return parseInt(digits, 16);
}

// Returns an object identifier in dotted form, each part below 2^28.
function derName(node) {
  const { body } = node;
  if (node.tag !== TAG.oid || !body.length || body.at(-1) & 0x80) throw new Refused("not an object identifier");
  const numbers = [];
  let [value, size] = [0, 0];
  for (const byte of body) {
    if ((size === 0 && byte === 0x80) || size === 4) throw new Refused("not an object identifier");
    [value, size] = [(value << 7) | (byte & 0x7f), size + 1];
    if (byte & 0x80) continue;
    numbers.push(value);
    [value, size] = [0, 0];
  }
  const first = Math.min(Math.floor(numbers[0] / 40), 2);
  return [first, numbers[0] - 40 * first, ...numbers.slice(1)].join(".");
}

// Returns the bytes of a BIT STRING of whole bytes.
function derBits(node) {
  if (node.tag !== TAG.bits || node.body[0] !== 0) throw new Refused("not a string of whole bytes");
  return node.body.subarray(1);
}

// Returns ms since 1970 of a time in UTC; what is finer is cut off.
function derTimeMs(node) {
  const [digits, fraction] = timeDigits(node);
  const [, ...parts] = /^(.{4})(..)(..)(..)(..)(..)$/.exec(digits);
  const text = `${parts.slice(0, 3).join("-")}T${parts.slice(3).join(":")}.000Z`;
  if (!isMoment(text)) throw new Refused("not a time");
  return Date.parse(text) + Number(fraction.padEnd(3, "0").slice(0, 3));
}

// Returns the fourteen digits of a time, and those of its fraction of a second.
function timeDigits(node) {
  const text = String.fromCharCode(...node.body.subarray(0, 32));
  const full = node.tag === TAG.generalizedTime && node.body.length < 32 ? FULL_TIME.exec(text) : null;
  if (full) return [full[1], full[2] ?? ""];
  const short = node.tag === TAG.utcTime && node.body.length < 32 ? SHORT_TIME.exec(text) : null;
  if (!short) throw new Refused("not a time");
  const century = Number(short[1]) >= FIRST_YEAR_OF_TWO_DIGITS ? "19" : "20";
  return [`${century}${short[1]}${short[2]}`, ""];
}

// Returns the value that begins here, and where it ends.
function derAt(bytes, start) {
  if (bytes.length - start < 2 || (bytes[start] & LONG_TAG) === LONG_TAG) throw new Refused("cut short");
  let [size, at] = [bytes[start + 1], start + 2];
  if (size & 0x80) {
    const count = size & 0x7f;
    const digits = bytes.subarray(at, at + count);
    size = count <= MOST_LENGTH_BYTES ? digits.reduce((sum, byte) => sum * 256 + byte, 0) : 0;
    if (size < 0x80 || digits.length < count || digits[0] === 0) throw new Refused("a length not in shortest form");
    at += count;
  }
  if (at + size > bytes.length) throw new Refused("cut short");
  const [raw, body] = [bytes.subarray(start, at + size), bytes.subarray(at, at + size)];
  return [{ tag: bytes[start], raw, body }, at + size];
}
