// SPDX-License-Identifier: MIT
// SHA-256 and SHA-512. The browser's own is used for files up to 256 MiB; it cannot take a file in parts, so
// above that, for the short records of the log, and where a browser has none, ours is used, which a test
// holds to Python's. Source: FIPS 180-4. Mirrors app/hashing.py and Summing of app/package/bag.py.

const WHOLE_BYTES = 256 * 1024 * 1024; // the most that is read into memory at once
const SCHEDULE = new Uint32Array(160);

// Returns the first 64 bits behind the point of a root (2: square, 3: cube) of each prime, as pairs of 32.
// Source: FIPS 180-4, sections 4.2.3 and 5.3.5: that is how the constants came to be. The constants of SHA-256
// (4.2.2, 5.3.3) are the first 32 bits of the same roots.
function rootBits(count, power) {
  const found = new Uint32Array(2 * count);
  let prime = 2;
  for (let n = 0; n < count; n += 1) {
    const bits = wholeRoot(BigInt(prime) << BigInt(64 * power), BigInt(power));
    found[2 * n] = Number((bits >> 32n) & 0xffffffffn);
    found[2 * n + 1] = Number(bits & 0xffffffffn);
    do prime += 1;
    while (!isPrime(prime));
  }
  return found;
}

function wholeRoot(number, power) {
  let root = 0n;
  for (let bit = 1n << 70n; bit; bit >>= 1n) if ((root + bit) ** power <= number) root += bit;
  return root;
}

function isPrime(number) {
  for (let by = 2; by * by <= number; by += 1) if (number % by === 0) return false;
  return true;
}

const ROUNDS_64 = rootBits(80, 3);
const START_64 = rootBits(8, 2);
const ROUNDS_32 = ROUNDS_64.filter((_, at) => at % 2 === 0).slice(0, 64);
const START_32 = START_64.filter((_, at) => at % 2 === 0);

// What both have in common: blocks are filled, the last one says how many bits there were.
class Digest {
  constructor(blockBytes, start) {
    this._block = new Uint8Array(blockBytes);
    this._state = start.slice();
    this._bytes = 0;
  }

  add(bytes) {
    const size = this._block.length;
    let [at, filled] = [0, this._bytes % size];
    this._bytes += bytes.length;
    if (filled) {
      at = Math.min(size - filled, bytes.length);
      this._block.set(bytes.subarray(0, at), filled);
      if (filled + at < size) return this;
      this._mix(this._block, 0);
    }
    for (; at + size <= bytes.length; at += size) this._mix(bytes, at);
    this._block.set(bytes.subarray(at));
    return this;
  }

  // Returns the hash value; nothing can be added afterwards.
  hex() {
    const size = this._block.length;
    const bits = new DataView(new ArrayBuffer(8));
    bits.setBigUint64(0, BigInt(this._bytes) * 8n);
    const room = size - (this._bytes % size) - 1;
    const gap = (room < size / 8 ? room + size : room) - 8; // the length has an eighth of a block
    this.add(joined([Uint8Array.of(0x80), new Uint8Array(gap), new Uint8Array(bits.buffer)]));
    return [...this._state].map((word) => word.toString(16).padStart(8, "0")).join("");
  }
}

class Sha256 extends Digest {
  constructor() {
    super(64, START_32);
  }

  _mix(bytes, at) {
    const w = SCHEDULE;
    for (let i = 0; i < 16; i += 1, at += 4) {
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let i = 16; i < 64; i += 1) {
      const [x, y] = [w[i - 15], w[i - 2]];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    const state = this._state;
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const one = (h + s1 + ((e & f) ^ (~e & g)) + ROUNDS_32[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d;
    state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }
}

// Words of 64 bits stand as two of 32, the high one first: the browser counts exactly only up to 2^53.
class Sha512 extends Digest {
  constructor() {
    super(128, START_64);
  }

  _mix(bytes, at) {
    const w = SCHEDULE;
    for (let i = 0; i < 32; i += 1, at += 4) {
      w[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let i = 32; i < 160; i += 2) {
      const [xh, xl, yh, yl] = [w[i - 30], w[i - 29], w[i - 4], w[i - 3]];
      const s0h = ((xh >>> 1) | (xl << 31)) ^ ((xh >>> 8) | (xl << 24)) ^ (xh >>> 7);
      const s0l = ((xl >>> 1) | (xh << 31)) ^ ((xl >>> 8) | (xh << 24)) ^ ((xl >>> 7) | (xh << 25));
      const s1h = ((yh >>> 19) | (yl << 13)) ^ ((yl >>> 29) | (yh << 3)) ^ (yh >>> 6);
      const s1l = ((yl >>> 19) | (yh << 13)) ^ ((yh >>> 29) | (yl << 3)) ^ ((yl >>> 6) | (yh << 26));
      const low = (s0l >>> 0) + (s1l >>> 0) + w[i - 31] + w[i - 13];
      w[i] = s0h + s1h + w[i - 32] + w[i - 14] + Math.floor(low / 0x100000000);
      w[i + 1] = low;
    }
    this._rounds(w);
  }

  _rounds(w) {
    const state = this._state;
    let [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl] = state;
    for (let i = 0; i < 160; i += 2) {
      const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
      const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
      const chosenH = (eh & fh) ^ (~eh & gh);
      const chosenL = (el & fl) ^ (~el & gl);
      const oneLow = (hl >>> 0) + (s1l >>> 0) + (chosenL >>> 0) + ROUNDS_64[i + 1] + w[i + 1];
      const oneHigh = (hh + s1h + chosenH + ROUNDS_64[i] + w[i] + Math.floor(oneLow / 0x100000000)) | 0;
      const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
      const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
      const mostH = (ah & bh) ^ (ah & ch) ^ (bh & ch);
      const mostL = (al & bl) ^ (al & cl) ^ (bl & cl);
      hh = gh; hl = gl; gh = fh; gl = fl; fh = eh; fl = el;
      const e = (dl >>> 0) + (oneLow >>> 0);
      eh = (dh + oneHigh + Math.floor(e / 0x100000000)) | 0;
      el = e | 0;
      dh = ch; dl = cl; ch = bh; cl = bl; bh = ah; bl = al;
      const a = (oneLow >>> 0) + (s0l >>> 0) + (mostL >>> 0);
      ah = (oneHigh + s0h + mostH + Math.floor(a / 0x100000000)) | 0;
      al = a | 0;
    }
    [ah, al, bh, bl, ch, cl, dh, dl, eh, el, fh, fl, gh, gl, hh, hl].forEach((word, at, words) => {
      if (at % 2) return;
      const low = state[at + 1] + (words[at + 1] >>> 0);
      state[at] += word + Math.floor(low / 0x100000000);
      state[at + 1] = low;
    });
  }
}

function sha256Of(bytes) {
  return new Sha256().add(bytes).hex();
}

// Both hash values and the size of bytes that come in parts; small files go to the browser's own digest.
class Summing {
  constructor(sizeBytes) {
    this._isWhole = Boolean(globalThis.crypto?.subtle) && sizeBytes <= WHOLE_BYTES;
    this._parts = [];
    this._digests = [new Sha256(), new Sha512()];
    this._bytes = 0;
  }

  add(part) {
    if (this._isWhole) this._parts.push(part);
    else this._digests.forEach((digest) => digest.add(part));
    this._bytes += part.length;
  }

  async sums() {
    const [sha256, sha512] = this._isWhole ? await this._own() : this._digests.map((digest) => digest.hex());
    return { sha256, sha512, sizeBytes: this._bytes };
  }

  async _own() {
    const whole = this._parts.length === 1 ? this._parts[0] : joined(this._parts);
    const digest = async (name) => toHex(new Uint8Array(await crypto.subtle.digest(name, whole)));
    return Promise.all([digest("SHA-256"), digest("SHA-512")]);
  }
}
