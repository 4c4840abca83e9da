// SPDX-License-Identifier: MIT
// The custody log of a package: chain, tree and checkpoint. What it says must be there: 41_facts.js.
// Mirrors app/custody/log.py, app/custody/tree.py and app/package/checked_log.py.

const VERSION = 1;
const FIRST_PREV = "0".repeat(64);
const MAX_RECORD_BYTES = 16 * 1024;
const HEX_64 = /^[0-9a-f]{64}$/;

const isText = (value) => typeof value === "string" && value !== "";
const hasForm = (form) => (value) => typeof value === "string" && form.test(value);
const RECORD = new Map([
  ["v", (value) => value === VERSION],
  ["seq", (value) => typeof value === "number" && value >= 1],
  ["ts", hasForm(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)],
  ["tz", isText],
  ["mono_ns", hasForm(/^(?:0|[1-9][0-9]{0,29})$/)],
  ["boot", isText],
  ["clock", isText],
  ["actor", (value) => value === "witness" || value === "helper"],
  ["tool", isText],
  ["type", (value) => RECORD_TYPES.includes(value)],
  ["data", isObject],
  ["obj", (value) => value === null || isText(value)],
  ["prev", hasForm(HEX_64)],
]);

// Returns the record that stands in one line, without its line end; throws Broken if none does.
function readRecord(line) {
  if (line.length > MAX_RECORD_BYTES) throw new Broken("more than 16 KiB");
  let record;
  try {
    record = readCanonical(line);
  } catch (error) {
    passOn(error);
    throw new Broken("not in canonical form");
  }
  const isRight =
    isObject(record) &&
    Object.keys(record).length === RECORD.size &&
    [...RECORD].every(([key, isOfItsKind]) => key in record && isOfItsKind(record[key]));
  if (!isRight) throw new Broken("not a record");
  return record;
}

// Returns the leaf of the tree that stands for this record. Source: RFC 6962, section 2.1.
function leafHash(line) {
  return new Sha256().add(Uint8Array.of(0)).add(line).hex();
}

function nodeHash(left, right) {
  return new Sha256().add(Uint8Array.of(1)).add(fromHex(left)).add(fromHex(right)).hex();
}

// All that is needed of a tree to let it grow: the roots of its full subtrees, the largest first.
class Frontier {
  constructor() {
    this.size = 0;
    this._peaks = [];
  }

  append(leaf) {
    let [node, size] = [leaf, this.size];
    for (; size % 2 === 1; size = (size - 1) / 2) node = nodeHash(this._peaks.pop(), node);
    this._peaks.push(node);
    this.size += 1;
  }

  get root() {
    if (!this._peaks.length) return sha256Of(new Uint8Array(0));
    return this._peaks.reduceRight((root, peak) => nodeHash(peak, root));
  }
}

// Follows the log and compares it with the checkpoint; returns what it says, or null if it breaks.
async function checkLog(bag, key) {
  const checkpoint = await packagedCheckpoint(bag, key);
  if (!bag.sums.has(LOG)) return null;
  let facts;
  try {
    facts = isPart(bag) ? await followedPart(bag) : await followed(bag.source.parts(LOG));
  } catch (error) {
    passOn(error);
    bag.findings.add("chain_broken", LOG);
    return null;
  }
  if (facts === null) return null;
  const file = isPart(bag) ? LEAVES : LOG;
  if (facts.contradicts) bag.findings.add("contradicts", LOG);
  if (checkpoint && facts.frontier.size !== checkpoint.size) bag.findings.add("size_differs", file);
  else if (checkpoint && facts.frontier.root !== checkpoint.root) bag.findings.add("root_differs", file);
  if (key && !facts.keys.has(fingerprint(key.bytes))) bag.findings.add("not_in_log", PUBLIC_KEY);
  return facts;
}

// Returns what a whole log says; throws Broken at the first record that does not follow from the one before.
async function followed(parts) {
  const facts = new LogFacts();
  let [seq, prev] = [0, FIRST_PREV];
  for await (const line of linesOf(parts)) {
    const record = readRecord(line);
    seq += 1;
    if (record.seq !== seq || record.prev !== prev) throw new Broken("does not follow");
    facts.note(record);
    prev = leafHash(line);
    facts.frontier.append(prev);
  }
  return facts;
}

// Gives the lines without their ends; a last line without an end is cut short, so it is one too many.
async function* linesOf(parts) {
  let rest = new Uint8Array(0);
  for await (const part of parts) {
    const bytes = rest.length ? joined([rest, part]) : part;
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      yield bytes.subarray(from, at);
      from = at + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > MAX_RECORD_BYTES) throw new Broken("more than 16 KiB");
  }
  if (rest.length) throw new Broken("cut short");
}

// Returns the signed head, or null if it is missing or not signed by this case's key, which was said.
async function packagedCheckpoint(bag, key) {
  const note = await bag.read(CHECKPOINT);
  if (note === null) return null;
  let checkpoint = null;
  try {
    if (key) checkpoint = await readCheckpoint(decodeUtf8(note), key.bytes, bag);
  } catch (error) {
    passOn(error);
  }
  if (checkpoint === null || checkpoint.origin !== key.name) bag.findings.add("signature_invalid", CHECKPOINT);
  return checkpoint;
}
