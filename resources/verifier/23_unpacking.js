// SPDX-License-Identifier: MIT
// The bytes of one file in a ZIP, held to what the directory says of them. Mirrors app/package/unpacking.py.

// Returns where the bytes of a file begin; throws Unreadable if what stands before them is of another file.
async function openedAt(file, info) {
  const header = await bytesAt(file, info.offset, LOCAL_BYTES);
  if (header.length < LOCAL_BYTES || !startsWith(header, "PK\x03\x04")) throw new Unreadable(info.name);
  const view = viewOf(header);
  const [flags, nameBytes, extraBytes] = [6, 26, 28].map((place) => view.getUint16(place, true));
  const name = nameOf(await bytesAt(file, info.offset + LOCAL_BYTES, nameBytes), flags);
  const isKnown = info.method === STORED || info.method === DEFLATED;
  if (name !== info.name || !isKnown || info.flags & (PATCHED | STRONGLY_ENCRYPTED)) {
    throw new Unreadable(info.name);
  }
  return info.offset + LOCAL_BYTES + nameBytes + extraBytes;
}

async function* piecesOf(file, beginsAt, size, method) {
  const most = method === DEFLATED ? DEFLATED_AT_ONCE : PART_BYTES;
  for (let at = 0; at < size; at += most) {
    const part = await bytesAt(file, beginsAt + at, Math.min(most, size - at));
    if (!part.length) throw new Mismatch("breaks off");
    yield part;
  }
}

// Gives what these deflated pieces hold. The browser refuses what is not whole and what stands behind the end.
async function* inflated(pieces) {
  const inflater = new DecompressionStream("deflate-raw");
  const writer = inflater.writable.getWriter();
  const reader = inflater.readable.getReader();
  const written = writeAll(writer, pieces).catch((error) => reader.cancel(error).catch(() => {}));
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch {
    throw new Mismatch("not deflated, or cut short");
  } finally {
    await writer.abort().catch(() => {});
    await written;
  }
}

async function writeAll(writer, pieces) {
  for await (const piece of pieces) await writer.write(piece);
  await writer.close();
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

// The checksum of a ZIP, which guards against accidents only. Source: 4.4.7.
class Crc32 {
  constructor() {
    this._value = -1;
  }

  add(bytes) {
    let value = this._value;
    for (let i = 0; i < bytes.length; i += 1) value = CRC_TABLE[(value ^ bytes[i]) & 255] ^ (value >>> 8);
    this._value = value;
  }

  get value() {
    return ~this._value >>> 0;
  }
}
