// SPDX-License-Identifier: MIT
// Whether a ZIP shows every program the same files. Mirrors app/package/zip_layout.py.
// A ZIP describes each file twice; a forger who keeps both descriptions apart, or hides a file between two
// others, shows the check one thing and the officer another. So both must agree and every byte must belong.

const OTHER_NAME = 0x7075; // Source: APPNOTE.TXT, 4.6.9: a name that some programs take in place of the first
const WIDE_SIZES = 0x0001; // Source: APPNOTE.TXT, 4.5.3
const FOLDER = 0x10; // Source: APPNOTE.TXT, 4.4.15: the attribute of a folder, which some programs believe

// Returns each file that the ZIP describes in two ways, and the ZIP itself if it hides bytes.
async function faults(file, infos, known) {
  const names = new Map([...known].map(([name, info]) => [info.offset, name]));
  const found = [];
  let [end, isHiding] = [0, false];
  for (const info of inPlace(infos)) {
    const local = await localOf(file, info.offset);
    isHiding = isHiding || info.offset !== end || info.hasComment;
    end = await endOfFile(file, info, local);
    const reason = faultBetween(info, local);
    if (reason && names.has(info.offset)) found.push([reason, names.get(info.offset)]);
  }
  if (isHiding || !(await endsWithDirectory(file, end, infos.length))) found.push(["hidden_bytes", file.name]);
  return found;
}

// Returns what stands before a file, or null if that is no such header, which opening it will show.
async function localOf(file, at) {
  const header = await bytesAt(file, at, LOCAL_BYTES);
  if (header.length < LOCAL_BYTES || !startsWith(header, "PK\x03\x04")) return null;
  const view = viewOf(header);
  const [flags, method, nameBytes, extraBytes] = [6, 8, 26, 28].map((place) => view.getUint16(place, true));
  const [crc, packed, size] = [14, 18, 22].map((place) => view.getUint32(place, true));
  const beginsAt = at + LOCAL_BYTES + nameBytes + extraBytes;
  const extra = await bytesAt(file, at + LOCAL_BYTES + nameBytes, extraBytes);
  const sizes = packed === WIDE || size === WIDE ? wideSizes(extra) : [packed, size];
  return { flags, method, crc, packed: sizes[0], size: sizes[1], extra, beginsAt };
}

// Returns why the file would look different to another program, or null.
function faultBetween(info, local) {
  if (local === null) return null;
  if (fieldsOf(info.extra).has(OTHER_NAME) || fieldsOf(local.extra).has(OTHER_NAME)) return "unsafe_name";
  if (local.method !== info.method || local.flags !== info.flags) return "contradicts";
  if (info.volume || info.attributes & FOLDER) return "contradicts";
  const follows = local.flags & SIZES_FOLLOW && !local.crc && !local.packed && !local.size;
  const isSame = local.crc === info.crc && local.packed === info.packed && local.size === info.size;
  return follows || isSame ? null : "contradicts";
}

// Returns where the next thing must begin.
async function endOfFile(file, info, local) {
  if (local === null) return -1;
  const end = local.beginsAt + info.packed;
  if (!(local.flags & SIZES_FOLLOW)) return end;
  const found = await bytesAt(file, end, 24);
  const mark = Uint8Array.of(0x50, 0x4b, 7, 8);
  const [wide, narrow] = [sizesAs(info, 8), sizesAs(info, 4)];
  const forms = [joined([mark, wide]), joined([mark, narrow]), wide, narrow]; // Source: APPNOTE.TXT, 4.3.9
  return end + (forms.find((form) => isAlike(form, found.subarray(0, form.length)))?.length ?? 0);
}

// Returns checksum and sizes as they stand behind a file, in numbers of 4 or 8 bytes.
function sizesAs(info, bytes) {
  const view = new DataView(new ArrayBuffer(4 + 2 * bytes));
  view.setUint32(0, info.crc, true);
  [info.packed, info.size].forEach((value, n) => {
    if (bytes === 4) view.setUint32(4 + 4 * n, value % 2 ** 32, true);
    else view.setBigUint64(4 + 8 * n, BigInt(value), true);
  });
  return new Uint8Array(view.buffer);
}

// Whether the directory begins where the last file ends, lists them all, and nothing stands behind it.
async function endsWithDirectory(file, beginsAt, count) {
  const from = Math.max(0, file.size - END_BYTES - LOCATOR_BYTES - END_64_BYTES);
  const tail = await bytesAt(file, from, file.size - from);
  const last = tail.length - END_BYTES;
  const view = viewOf(tail);
  const small = [
    view.getUint16(last + 8, true), view.getUint16(last + 10, true),
    view.getUint32(last + 12, true), view.getUint32(last + 16, true),
  ];
  const wide = wideDirectory(tail.subarray(0, last), file.size - END_BYTES);
  const said = wide ?? small;
  const end = wide ? from : file.size - END_BYTES;
  const isSaidAlike = small.every((value, n) => value === said[n] || value === (n < 2 ? 0xffff : WIDE));
  const there = [count, count, end - beginsAt, beginsAt];
  const isPlain = startsWith(tail, "PK\x05\x06", last) && [4, 6, 20].every((n) => !view.getUint16(last + n, true));
  return isPlain && isSaidAlike && isAlike(said, there);
}

// Returns counts, size and place of the directory from the wide record, or null without one.
function wideDirectory(before, end) {
  const locator = before.length - LOCATOR_BYTES;
  const wide = locator - END_64_BYTES;
  if (wide < 0 || !startsWith(before, "PK\x06\x07", locator)) return null;
  const view = viewOf(before);
  const isRecord = startsWith(before, "PK\x06\x06", wide) && wideNumber(view, wide + 4) === END_64_BYTES - 12;
  if (!isRecord || wideNumber(view, locator + 8) !== end - LOCATOR_BYTES - END_64_BYTES) return [0, 0, 0, 0];
  return [24, 32, 40, 48].map((place) => wideNumber(view, wide + place));
}

// Returns the extra fields by number; what breaks off is passed over.
function fieldsOf(extra) {
  const [found, view] = [new Map(), viewOf(extra)];
  for (let at = 0; at + 4 <= extra.length; ) {
    const [kind, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    found.set(kind, extra.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

// Returns packed and whole size from the wide field; -1 where it has none.
function wideSizes(extra) {
  const wide = fieldsOf(extra).get(WIDE_SIZES) ?? new Uint8Array(0);
  if (wide.length < 16) return [-1, -1];
  const view = viewOf(wide);
  return [wideNumber(view, 8), wideNumber(view, 0)];
}
