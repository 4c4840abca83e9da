// SPDX-License-Identifier: MIT
// Runs the check page's own JavaScript in Node, without a page: a line of JSON in, a line of JSON out.
// Where Node differs from a browser (no files picked, an older decompressor) it is made alike here.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const zlib = require("node:zlib");

globalThis.crypto ??= require("node:crypto").webcrypto; // Node 18
const { subtle } = globalThis.crypto;
const BROWSERS = {
  new: {},
  "without signatures": { subtle: { digest: subtle.digest.bind(subtle), importKey: () => Promise.reject(new Error()) } },
  "without crypto": { subtle: undefined },
};
if (process.argv[3] in BROWSERS && process.argv[3] !== "new") {
  Object.defineProperty(globalThis, "crypto", { value: BROWSERS[process.argv[3]] });
}

// A browser refuses bytes behind the end of what is deflated, and what is cut short; Node's own may not.
globalThis.DecompressionStream = class {
  constructor() {
    const chunks = [];
    let controller;
    const out = (bytes) => bytes.length && controller.enqueue(new Uint8Array(bytes));
    this.readable = new ReadableStream({ start: (own) => { controller = own; } });
    this.writable = new WritableStream({
      write: (chunk) => { chunks.push(chunk); },
      close: () => {
        try {
          const all = Buffer.concat(chunks);
          const { buffer, engine } = zlib.inflateRawSync(all, { info: true, maxOutputLength: 2 ** 31 });
          if (engine.bytesWritten !== all.length) throw new TypeError("junk behind the end");
          for (let at = 0; at < buffer.length; at += 65536) out(buffer.subarray(at, at + 65536));
          controller.close();
        } catch (error) {
          controller.error(error);
        }
      },
    });
  }
};

// What a browser calls a file: a name, a size, and slices that are read when asked for.
class PickedFile {
  constructor(place, from = 0, to = fs.statSync(place).size) {
    this.name = path.basename(place);
    this.size = to - from;
    this._slice = [place, from, to];
  }

  slice(from, to) {
    const [place, start] = this._slice;
    return new PickedFile(place, start + from, start + to);
  }

  async arrayBuffer() {
    const [place, from, to] = this._slice;
    const bytes = new Uint8Array(to - from);
    const handle = fs.openSync(place, "r");
    try {
      const count = fs.readSync(handle, bytes, 0, to - from, from);
      return bytes.buffer.slice(0, count);
    } finally {
      fs.closeSync(handle);
    }
  }
}

function entriesOf(folder, prefix = "") {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return entriesOf(place, `${prefix}${entry.name}/`);
    const isLink = !entry.isFile();
    return [{ path: prefix + entry.name, file: isLink ? null : new PickedFile(place), isLink }];
  });
}

function pickedAt(place) {
  let found;
  try {
    found = fs.statSync(place);
  } catch {
    return null;
  }
  return found.isDirectory() ? { entries: entriesOf(place) } : { file: new PickedFile(place) };
}

async function answer(page, asked) {
  if (asked.hash) {
    const digest = new page[asked.hash]();
    for (const part of asked.parts) digest.add(Uint8Array.from(Buffer.from(part, "base64")));
    return { hash: digest.hex() };
  }
  if (asked.fold) return { folded: asked.fold.map((name) => page.foldedName(name)) };
  const picked = pickedAt(asked.path);
  if (picked === null) return { unreadable: "cannot be opened: No such file or directory" };
  const exhibits = asked.exhibits.map((place) => new PickedFile(place));
  try {
    const found = await page.verify(picked, { root: asked.root, key: asked.key, exhibits });
    return { ...found, log: undefined };
  } catch (error) {
    if (error instanceof page.Unreadable) return { unreadable: error.message };
    if (error instanceof page.Refused) return { refused: error.message };
    return { crashed: String(error.stack) };
  }
}

async function main() {
  const page = new Function(`return ${fs.readFileSync(process.argv[2], "utf8")}`)();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await answer(page, JSON.parse(line)))}\n`);
  }
}

main();
