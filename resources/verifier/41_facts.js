// SPDX-License-Identifier: MIT
// What the custody log of a package says of the evidence, gathered record by record, in its order.
// Mirrors app/package/log_facts.py.

const HEADED = new Set(["export.create", "print.create", "anchor.ok"]); // what leaves the house names a head

// What the records say of the evidence, gathered while the chain is followed.
class LogFacts {
  constructor() {
    this.frontier = new Frontier();
    this.taken = new Map(); // by acquisition id
    this.refs = new Map(); // acquisition id by number: TJH/1 of a picture, TJH/4.2 of a frame
    this.runs = new Map(); // by the number of the exhibit: TJH/4
    this.made = new Map(); // by derivative id
    this.used = new Set();
    this.withdrawn = new Map();
    this.purges = new Map(); // ref and time of every removal for good, by what was removed; a fact has no ref
    this.purged = new Set(); // the numbers of exhibits that were removed for good
    this.keys = new Set();
    this.opened = []; // at which places the vault was opened
    this.anchors = []; // the records of outside times that came
    this.times = new Map(); // when each record was written, by its own clock
    this.heads = new Map(); // root by size of every signed head that left the house before
    this.contradicts = false;
  }

  // How many records are known by their leaves alone.
  get undisclosed() {
    return this.frontier.size - this.times.size;
  }

  // Takes in one record; the frontier still is that of the records before it.
  note(record) {
    this.times.set(record.seq, record.ts);
    TAKES.get(record.type)?.(this, record);
    takeHead(this, record);
  }

  bytesKnown() {
    return new Set([...this.taken.values(), ...this.made.values()].map((one) => one.sha256));
  }

  madeOf(ref) {
    return [...this.made.values()].filter((made) => made.ref === ref).length;
  }

  // Whether nothing can come to this exhibit any more: it was withdrawn, or is gone.
  isClosed(ref) {
    return this.withdrawn.has(ref) || this.purged.has(ref);
  }

  isExhibit(ref) {
    return this.runs.has(ref) || (this.refs.has(ref) && exhibitOf(ref) === ref);
  }
}

// Returns the number of the exhibit that an original belongs to: TJH/4 of TJH/4.2.
function exhibitOf(ref) {
  const [initials, slash, number] = rpartition(ref, "/");
  return `${initials}${slash}${partition(number, ".")[0]}`;
}

function takeAcquisition(facts, record) {
  if (record.obj === null || facts.taken.has(record.obj)) {
    facts.contradicts = true;
    return;
  }
  facts.taken.set(record.obj, { seq: record.seq, ...hashesIn(record.data) });
}

function hashesIn(data) {
  return {
    sha256: textIn(data, "sha256"),
    sizeBytes: countIn(data, "size_bytes"),
    recordSha256: textIn(data, "record_sha256"),
  };
}

function takeAllocation(facts, record) {
  const [ref, id] = [textIn(record.data, "ref") ?? "", textIn(record.data, "acquisition_id")];
  const [number, dot, frame] = partition(rpartition(ref, "/")[2], ".");
  const isRight =
    facts.taken.has(id) &&
    !facts.used.has(id) &&
    wholeIn(number) !== null &&
    countIn(record.data, "number") === wholeIn(number) &&
    !facts.isClosed(exhibitOf(ref)) &&
    (dot ? takesPlace(facts, ref, number, frame, record) : !facts.used.has(number));
  if (!isRight) {
    facts.contradicts = true;
    return;
  }
  facts.used.add(number).add(id);
  facts.refs.set(ref, id);
  if (dot) facts.runs.get(exhibitOf(ref)).frames.push(id);
}

// Whether a frame is the next of its run; the first one begins the run.
function takesPlace(facts, ref, number, frame, record) {
  const [runId, exhibitRef] = [textIn(record.data, "run_id"), exhibitOf(ref)];
  if (!runId) return false;
  const isNew = [...facts.runs.values()].every((run) => run.runId !== runId);
  if (frame === "1" && !facts.used.has(number) && isNew) facts.runs.set(exhibitRef, { runId, frames: [] });
  const run = facts.runs.get(exhibitRef);
  return run !== undefined && run.runId === runId && wholeIn(frame) === run.frames.length + 1;
}

function takeWithdrawal(facts, record) {
  const ref = textIn(record.data, "ref") ?? "";
  if (facts.isExhibit(ref) && !facts.isClosed(ref)) facts.withdrawn.set(ref, record.ts);
  else facts.contradicts = true;
}

function takePurge(facts, record) {
  const ref = textIn(record.data, "ref");
  const canGo = "ref" in record.data ? canBeRemoved(facts, ref, record) : "kind" in record.data;
  if (record.obj === null || facts.purges.has(record.obj) || !canGo) {
    facts.contradicts = true;
    return;
  }
  facts.purges.set(record.obj, { ref, ts: record.ts });
  if (ref !== null) facts.purged.add(ref);
}

// Whether an exhibit was there to be removed, with as many files as the record says.
function canBeRemoved(facts, ref, record) {
  if (ref === null || !facts.isExhibit(ref) || facts.purged.has(ref)) return false;
  const had = facts.runs.has(ref) ? facts.runs.get(ref).frames.length : 1;
  return had === record.data.originals && facts.madeOf(ref) === record.data.derivatives;
}

function takeDerivative(facts, record) {
  const [ref, kind] = [textIn(record.data, "ref") ?? "", textIn(record.data, "kind")];
  const [had, all] = [hadBy(facts, ref, kind), [...facts.made.values()]];
  const n = all.filter((made) => made.ref === ref && made.kind === kind).length + 1;
  const isNew = record.obj !== null && !facts.made.has(record.obj) && !facts.isClosed(ref);
  const isKnown = CHOICES.DerivativeKind.includes(kind);
  if (!had.length || !isNew || !isKnown || countIn(record.data, "n") !== n) {
    facts.contradicts = true;
    return;
  }
  const made = { seq: record.seq, ref, kind, n, frames: [...had], ...hashesIn(record.data) };
  facts.made.set(record.obj, made);
}

// Returns the originals that an exhibit had by then; of one picture only a covered copy can be made.
function hadBy(facts, ref, kind) {
  if (facts.runs.has(ref)) return facts.runs.get(ref).frames;
  return kind === "redacted" && facts.isExhibit(ref) ? [facts.refs.get(ref)] : [];
}

function takeKey(facts, record) {
  if (record.data.kind === "ed25519") facts.keys.add(textIn(record.data, "public_key_sha256"));
}

function takeCheckpoint(facts, record) {
  const isSo = record.data.size === facts.frontier.size && record.data.root === facts.frontier.root;
  if (!isSo) facts.contradicts = true;
}

// Remembers a head that left the house; it cannot cover its own record, nor have two roots.
function takeHead(facts, record) {
  const { size, root } = record.data;
  if (!HEADED.has(record.type) || typeof size !== "number" || typeof root !== "string") return;
  const isRight = size > 0 && size < record.seq && (facts.heads.get(size) ?? root) === root;
  if (!isRight) facts.contradicts = true;
  facts.heads.set(size, root);
}

// Returns what stands under a key if it is text: a list in its place must be an answer, not a crash.
function textIn(data, key) {
  return typeof data[key] === "string" ? data[key] : null;
}

function countIn(data, key) {
  return typeof data[key] === "number" ? data[key] : null;
}

// Returns the number as a ref has it, or null.
function wholeIn(digits) {
  return /^[1-9][0-9]{0,8}$/.test(digits) ? Number(digits) : null;
}

const TAKES = new Map([
  ["acquisition.create", takeAcquisition],
  ["exhibit.allocate", takeAllocation],
  ["exhibit.withdraw", takeWithdrawal],
  ["derivative.create", takeDerivative],
  ["object.purge", takePurge],
  ["key.create", takeKey],
  ["checkpoint", takeCheckpoint],
  ["vault.unlock", (facts, record) => facts.opened.push(record.seq)],
  ["anchor.ok", (facts, record) => facts.anchors.push(record)],
]);
