// SPDX-License-Identifier: MIT
// A package in a ZIP, of our own making or of any other program's. Mirrors app/package/zip_source.py and what
// that takes from Python's zipfile; whether the ZIP shows every program the same is asked in 21_layout.js.
// Source: APPNOTE.TXT (ZIP), section 4.3.

const MAX_DIRECTORY_BYTES = 64 << 20;
const MAX_RATIO = 250; // deflated pictures and text stay far below; a bomb does not
const SMALL_BYTES = 1 << 20;
const LOCAL_BYTES = 30; // Source: 4.3.7
const CENTRAL_BYTES = 46; // Source: 4.3.12
const END_BYTES = 22; // Source: 4.3.16
const END_64_BYTES = 56; // Source: 4.3.14
const LOCATOR_BYTES = 20; // Source: 4.3.15
const LONGEST_COMMENT = 65535;
const WIDE = 0xffffffff; // the value stands in the wide record
const NEWEST_VERSION = 63;
const ENCRYPTED = 0x1;
const SIZES_FOLLOW = 0x8;
const PATCHED = 0x20;
const STRONGLY_ENCRYPTED = 0x40;
const NAME_IN_UTF8 = 0x800;
const STORED = 0;
const DEFLATED = 8;
const PLAIN_FILE = 0o100000;
const KIND_OF_FILE = 0o170000;
const DEFLATED_AT_ONCE = 1 << 14; // 1 KiB can grow to 1 MiB; what comes out of this fits into memory
const NO_ZIP = "neither a folder nor a ZIP that can be read";

// The upper half of code page 437, in which old programs write names.
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
  "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

class ZipSource {
  // Reads the directory of the ZIP; throws Unreadable where there is no package in it.
  static async open(file, findings) {
    const source = new ZipSource();
    source._file = file;
    const infos = await directoryOf(file);
    refuseBomb(infos);
    source._infos = listed(infos, findings);
    for (const [reason, name] of await faults(file, infos, source._infos)) findings.add(reason, name);
    source.sizes = new Map([...source._infos].map(([name, info]) => [name, info.size]));
    return source;
  }

  // Gives the bytes of one file in parts; throws Unreadable if it cannot be opened, and Mismatch if it breaks
  // off or is not what the ZIP says.
  async *parts(name) {
    const info = this._infos.get(name);
    const beginsAt = await openedAt(this._file, info);
    const packed = piecesOf(this._file, beginsAt, info.packed, info.method);
    let [size, crc] = [0, new Crc32()];
    for await (const part of info.method === DEFLATED ? inflated(packed) : packed) {
      size += part.length;
      if (size > info.size) throw new Mismatch(name);
      crc.add(part);
      yield part;
    }
    if (size !== info.size || crc.value !== info.crc) throw new Mismatch(name);
  }
}

async function bytesAt(file, at, size) {
  if (at < 0 || at >= file.size) return new Uint8Array(0);
  return new Uint8Array(await file.slice(at, Math.min(at + size, file.size)).arrayBuffer());
}

function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// Numbers above 2^53 lose their last digits here. They are beyond every limit, and what they are compared
// with is below, so no comparison comes out otherwise.
function wideNumber(view, at) {
  return Number(view.getBigUint64(at, true));
}

function startsWith(bytes, text, at = 0) {
  return [...text].every((letter, n) => bytes[at + n] === letter.charCodeAt(0));
}

function lastPlaceOf(bytes, text) {
  for (let at = bytes.length - text.length; at >= 0; at -= 1) if (startsWith(bytes, text, at)) return at;
  return -1;
}

// Returns every file the directory lists; throws Unreadable where there is none that can be read.
async function directoryOf(file) {
  const end = await endOf(file);
  if (end === null) throw new Unreadable(NO_ZIP);
  if (end.claimed > MAX_DIRECTORY_BYTES) throw new Unreadable("its directory is too large");
  const beginsAt = end.at - end.size - (end.isWide ? END_64_BYTES + LOCATOR_BYTES : 0);
  if (beginsAt < 0) throw new Unreadable(NO_ZIP);
  const moved = beginsAt - end.offset; // as far as bytes that were put in front moved everything
  const data = await bytesAt(file, beginsAt, end.size);
  const infos = [];
  let at = 0;
  while (at < end.size) {
    const info = entryAt(data, at);
    info.offset += moved;
    infos.push(info);
    at = info.endsAt;
  }
  return infos;
}

// Returns what the end of the ZIP says of its directory, or null without one.
async function endOf(file) {
  const from = Math.max(0, file.size - END_BYTES - LONGEST_COMMENT - END_64_BYTES - LOCATOR_BYTES);
  const tail = await bytesAt(file, from, file.size - from);
  const last = tail.length - END_BYTES;
  const isLast = last >= 0 && startsWith(tail, "PK\x05\x06", last) && !tail[last + 20] && !tail[last + 21];
  const found = lastPlaceOf(tail, "PK\x05\x06");
  const at = isLast ? last : found;
  if (at < 0 || at + END_BYTES > tail.length || found + 16 > tail.length) return null;
  if (from + at < file.size - END_BYTES - LONGEST_COMMENT - 1) return null;
  const view = viewOf(tail);
  const narrow = {
    at: from + at, isWide: false, size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true),
  };
  const end = wideEnd(tail, at, narrow);
  const claimed = view.getUint32(found + 12, true);
  const wide = lastPlaceOf(tail, "PK\x06\x06");
  if (claimed !== WIDE || wide < 0) return { ...end, claimed };
  return wide + 48 > tail.length ? null : { ...end, claimed: wideNumber(view, wide + 40) };
}

// Returns what the wide record says, which stands before the narrow one; the narrow one's words without it.
function wideEnd(tail, at, narrow) {
  const locator = at - LOCATOR_BYTES;
  if (locator < 0 || !startsWith(tail, "PK\x06\x07", locator)) return narrow;
  const view = viewOf(tail);
  if (view.getUint32(locator + 4, true) !== 0 || view.getUint32(locator + 16, true) > 1) {
    throw new Unreadable(NO_ZIP);
  }
  const wide = locator - END_64_BYTES;
  if (wide < 0 || !startsWith(tail, "PK\x06\x06", wide)) return narrow;
  return {
    at: narrow.at, isWide: true, size: wideNumber(view, wide + 40), offset: wideNumber(view, wide + 48),
  };
}

// Returns one entry of the directory. Source: 4.3.12.
function entryAt(data, at) {
  if (at + CENTRAL_BYTES > data.length || !startsWith(data, "PK\x01\x02", at)) throw new Unreadable(NO_ZIP);
  const view = viewOf(data);
  const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
  if (view.getUint8(at + 6) > NEWEST_VERSION) throw new Unreadable(NO_ZIP);
  const flags = view.getUint16(at + 8, true);
  const extraAt = at + CENTRAL_BYTES + nameBytes;
  const commentAt = extraAt + extraBytes;
  const info = {
    flags,
    name: nameOf(data.subarray(at + CENTRAL_BYTES, extraAt), flags),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    volume: view.getUint16(at + 34, true),
    attributes: view.getUint32(at + 38, true),
    offset: view.getUint32(at + 42, true),
    extra: data.subarray(extraAt, commentAt),
    hasComment: commentBytes > 0 && commentAt < data.length,
    endsAt: commentAt + commentBytes,
  };
  readWide(info);
  return info;
}

function nameOf(bytes, flags) {
  if (!(flags & NAME_IN_UTF8)) {
    return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128])).join("");
  }
  try {
    return decodeUtf8(bytes);
  } catch {
    throw new Unreadable(NO_ZIP);
  }
}

// Sizes and place stand in an extra field where they do not fit into 32 bits. Source: 4.5.3.
function readWide(info) {
  const view = viewOf(info.extra);
  let at = 0;
  while (at + 4 <= info.extra.length) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + 4 + length > info.extra.length) throw new Unreadable(NO_ZIP);
    let place = at + 4;
    for (const key of kind === 1 ? ["size", "packed", "offset"] : []) {
      if (info[key] !== WIDE && !(key === "size" && info.size >= 2 ** 64 - 1)) continue;
      if (place + 8 > at + 4 + length) throw new Unreadable(NO_ZIP);
      info[key] = wideNumber(view, place);
      place += 8;
    }
    at += 4 + length;
  }
}

// Refuses a ZIP that claims more than any package holds, or whose files share their bytes.
function refuseBomb(infos) {
  const bytes = infos.reduce((sum, info) => sum + info.size, 0);
  if (infos.length > MAX_FILES || bytes > MAX_ALL_BYTES) throw new Unreadable("larger than a package can be");
  let end = 0;
  for (const info of inPlace(infos)) {
    if (info.offset < end) throw new Unreadable("files in it share their bytes");
    end = info.offset + LOCAL_BYTES + info.packed;
  }
}

function inPlace(infos) {
  return [...infos].sort((one, other) => one.offset - other.offset);
}

// Returns the files of the package by name, seen from its own folder; all else was named.
function listed(infos, findings) {
  const [good, refused, folded] = [new Map(), [], new Set()];
  for (const info of infos) {
    const name = info.name;
    if (name.endsWith("/") && !info.size && !isUnsafe(name.slice(0, -1))) continue;
    const reason = folded.has(foldedName(name)) ? "duplicate_name" : faultOf(info);
    folded.add(foldedName(name));
    if (reason) refused.push([reason, name]);
    else good.set(name, info);
  }
  const base = baseOf(good.keys());
  const seen = (name) => (name.startsWith(base) ? name.slice(base.length) : name);
  for (const [reason, name] of refused) findings.add(reason, seen(name));
  const names = [...good.keys()].sort(byCodePoint);
  for (const name of names) {
    if (!name.startsWith(base)) findings.add(isSystemFile(name) ? "system_file" : "extra", name);
  }
  return new Map(names.filter((name) => name.startsWith(base)).map((name) => [seen(name), good.get(name)]));
}

// Returns why this entry is not to be opened at all, or null.
function faultOf(info) {
  if (isUnsafe(info.name)) return "unsafe_name";
  if (![0, PLAIN_FILE].includes((info.attributes >>> 16) & KIND_OF_FILE)) return "link";
  if (info.flags & ENCRYPTED) return "unreadable";
  return info.size > MAX_FILE_BYTES || isBomb(info) ? "too_large" : null;
}

// Whether a name would lead out of the folder, or means something else to another system.
function isUnsafe(name) {
  if (name === "" || name.startsWith("/") || name.includes("//")) return true;
  return /[\\:\x00-\x1f\x7f]/.test(name) || name.split("/").some((step) => step === "." || step === "..");
}

function isBomb(info) {
  return info.size > SMALL_BYTES && info.size > MAX_RATIO * info.packed;
}

// Returns the folder, with its slash, in which most of a package's marks stand.
function baseOf(names) {
  const marks = new Map();
  for (const name of names) {
    for (const mark of MARKS) {
      if (name !== mark && !name.endsWith(`/${mark}`)) continue;
      const base = name.slice(0, name.length - mark.length);
      marks.set(base, (marks.get(base) ?? 0) + 1);
    }
  }
  if (!marks.size) throw new Unreadable("no package in it");
  const ranked = [...marks.keys()].sort(
    (a, b) => marks.get(b) - marks.get(a) || [...a].length - [...b].length || byCodePoint(a, b),
  );
  return ranked[0];
}

// Returns what a system that does not tell upper from lower case would call it: each letter by itself, for
// what the browser does to a whole word depends on its place in it.
function foldedName(name) {
  return Array.from(name.normalize("NFC"), foldedLetter).join("");
}

function foldedLetter(letter) {
  if (letter < "\x80") return letter.toLowerCase();
  return letter === "\u0131" ? letter : letter.toLowerCase().toUpperCase().toLowerCase();
}
