// SPDX-License-Identifier: MIT
// The bag as such: every file on every list, every list signed. Mirrors app/package/checked_bag.py and bag.py.
// Source: RFC 8493.

const BAGIT_TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"; // Source: RFC 8493, 2.1.1
const LINE = /^([0-9a-f]{64}|[0-9a-f]{128}) {2}([!-~ ]{1,200})$/;

// Returns hash values by name, or null if these bytes are not such a list.
function readManifest(bytes, digits) {
  if (bytes.some((byte) => byte > 127)) return null;
  const lines = decodeUtf8(bytes).split("\n");
  const found = new Map();
  for (const line of lines.slice(0, -1)) {
    const match = LINE.exec(line);
    if (match === null || match[1].length !== digits || found.has(match[2])) return null;
    found.set(match[2], match[1]);
  }
  return lines.at(-1) === "" ? found : null;
}

// Which of how many bags it is, {n, of}; null where it is the only one, or does not say it rightly.
// Mirrors app/package/info.py.
function bagCount(lines) {
  for (const line of lines) {
    const match = /^Bag-Count: ([1-9][0-9]{0,3}) of ([1-9][0-9]{0,3})$/.exec(line);
    if (match && Number(match[1]) <= Number(match[2])) return { n: Number(match[1]), of: Number(match[2]) };
  }
  return null;
}

// Whether the report is in the first of several bags, and this is another of them.
function hasReportElsewhere(lines) {
  const isSaid = lines.some((line) => /^Report-In-Part: 1, SHA-256 [0-9a-f]{64}$/.test(line));
  return isSaid && (bagCount(lines)?.n ?? 0) > 1;
}

// Returns octets and number of files. Source: RFC 8493, section 2.2.2.
function oxum(payload) {
  return `${payload.reduce((sum, sums) => sum + sums.sizeBytes, 0)}.${payload.length}`;
}

// The files of a package with their hash values as computed; what does not fit is added to findings.
class CheckedBag {
  constructor(source, findings, sums) {
    this.source = source;
    this.findings = findings;
    this.sums = sums;
    this.count = null; // which of how many bags it is, as it says itself
    this.unchecked = new Set(); // what this browser could not check, in words
  }

  // Compares everything about the lists; returns {name, bytes} of the public key, or null without a key.
  async check() {
    const info = linesIn(await this.read(BAG_INFO));
    this.count = bagCount(info);
    const isElsewhere = hasReportElsewhere(info);
    for (const name of REQUIRED) {
      if (!this.source.sizes.has(name) && !(name === REPORT && isElsewhere)) this.findings.add("missing", name);
    }
    if (isElsewhere && this.source.sizes.has(REPORT)) this.findings.add("contradicts", BAG_INFO);
    const listed = new Set([...(await this._checkPayload()), ...(await this._checkTags())]);
    this._checkExtra(listed);
    await this._checkDeclarations();
    return this._checkSignature();
  }

  // Returns a whole file, or null if it is missing, too large or unreadable, which is then said.
  async read(name, limit = MAX_TEXT_BYTES) {
    const size = this.source.sizes.get(name);
    if (size === undefined) this.findings.add("missing", name);
    else if (size > limit) this.findings.add("too_large", name);
    else if (this.sums.has(name)) return joined(await gathered(this.source.parts(name)));
    return null;
  }

  async _checkPayload() {
    const short = await this._list(MANIFEST_256, 64, true);
    const long = await this._list(MANIFEST_512, 128, true);
    this._compare(short, "sha256");
    this._compare(long, "sha512");
    const names = new Set([...short.keys(), ...long.keys()]);
    for (const name of names) {
      if (short.has(name) !== long.has(name)) this.findings.add("lists_disagree", name);
    }
    return names;
  }

  async _checkTags() {
    const tags = await this._list(TAG_MANIFEST, 64, false);
    this._compare(tags, "sha256");
    return tags.keys();
  }

  // Names every file that stands on no list; those that a system writes by itself are no longer looked at.
  _checkExtra(listed) {
    for (const name of this.source.sizes.keys()) {
      if (listed.has(name) || OUTSIDE_THE_LISTS.has(name)) continue;
      const isSystem = isSystemFile(name);
      this.findings.add(isSystem ? "system_file" : "extra", name);
      if (isSystem) this.sums.delete(name);
    }
  }

  async _list(name, digits, inPayload) {
    const bytes = await this.read(name);
    if (bytes === null) return new Map();
    const found = readManifest(bytes, digits);
    if (found && [...found.keys()].every((file) => file.startsWith(PAYLOAD) === inPayload)) return found;
    this.findings.add("malformed", name);
    return new Map();
  }

  _compare(listed, which) {
    for (const [name, value] of listed) {
      if (!this.source.sizes.has(name)) this.findings.add("missing", name);
      else if (this.sums.has(name) && this.sums.get(name)[which] !== value) this.findings.add("changed", name);
    }
  }

  async _checkDeclarations() {
    const bagit = await this.read(BAGIT);
    if (bagit !== null && !isAlike(bagit, encodeUtf8(BAGIT_TEXT))) this.findings.add("malformed", BAGIT);
    const info = await this.read(BAG_INFO);
    const payload = [...this.sums].filter(([name]) => name.startsWith(PAYLOAD)).map(([, sums]) => sums);
    const isSaid = linesIn(info).includes(`Payload-Oxum: ${oxum(payload)}`);
    if (info !== null && !isSaid) this.findings.add("contradicts", BAG_INFO);
  }

  // Opens the second note with the package's key: does it name the list of tag files?
  async _checkSignature() {
    const key = await this._key();
    const note = await this.read(SIGNATURE);
    if (note === null) return key;
    const signed = await this._signed(note, key);
    if (signed === null) {
      this.findings.add("signature_invalid", SIGNATURE);
      return key;
    }
    const tags = this.sums.get(TAG_MANIFEST);
    if (tags && signed !== tags.sha256) this.findings.add("not_signed", TAG_MANIFEST);
    return key;
  }

  async _key() {
    const line = await this.read(PUBLIC_KEY);
    if (line === null) return null;
    try {
      return readPublicKeyLine(decodeUtf8(line));
    } catch (error) {
      passOn(error);
      this.findings.add("key_unreadable", PUBLIC_KEY);
      return null;
    }
  }

  // Returns the hash value that the note signs; null without a key too, for then nothing is signed.
  async _signed(note, key) {
    if (key === null) return null;
    try {
      return signedHash(await openNote(decodeUtf8(note), key.bytes, key.name, this));
    } catch (error) {
      passOn(error);
      return null;
    }
  }
}

// Returns the lines of a description in plain characters.
function linesIn(bytes) {
  return new TextDecoder("latin1").decode(bytes ?? new Uint8Array(0)).split("\n");
}

// Lets only those errors be answered that say what is wrong with the bytes; any other is a fault of this page.
function passOn(error) {
  if (!(error instanceof Refused || error instanceof Broken)) throw error;
}

async function gathered(parts) {
  const found = [];
  for await (const part of parts) found.push(part);
  return found;
}

// Returns the hash values of every file that can be read; the others were named.
async function hashFiles(source, findings, heard) {
  const sums = new Map();
  for (const [name, size] of source.sizes) {
    try {
      sums.set(name, await summed(source, name, size, heard));
    } catch (error) {
      if (error instanceof Unreadable) findings.add("unreadable", name);
      else if (error instanceof Mismatch) findings.add("changed", name);
      else throw error;
    }
  }
  return sums;
}

async function summed(source, name, size, heard) {
  const summing = new Summing(size);
  for await (const part of source.parts(name)) {
    summing.add(part);
    await heard(part.length);
  }
  return summing.sums();
}
