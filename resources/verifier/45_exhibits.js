// SPDX-License-Identifier: MIT
// The exhibits of a package against their records and the log; what is left out must be declared.
// Mirrors app/package/checked_exhibits.py and app/package/left_out.py.

const MAY_BE_LEFT_OUT = ["derivatives", "purged"];

// Compares every exhibit with its record and the log; returns {records, declared, exhibits}: the acquisition
// records by id, what the package says it has not, and the exhibits that are here, themselves or as copies.
async function checkExhibits(bag, log) {
  const [here, records, expected] = [new Map(), new Map(), new Set([NOT_INCLUDED])];
  for (const name of [...bag.sums.keys()].filter(isExhibitRecord)) {
    const record = await acquisitionRecord(bag, name);
    if (record === null) continue;
    expected.add(name).add(exhibitFile(record));
    checkExhibit(bag, log, name, record);
    const ref = record.exhibit_ref ?? "";
    if (here.has(ref)) bag.findings.add("contradicts", name);
    here.set(ref, name);
    records.set(record.acquisition_id, record);
  }
  for (const name of bag.sums.keys()) {
    if (name.startsWith(EXHIBITS) && !expected.has(name)) bag.findings.add("not_in_log", name);
  }
  const declared = await declaration(bag);
  checkDeclared(bag, log, here, declared.originals);
  checkPurged(bag, log, declared.purged);
  const covered = [...declared.originals.values()].filter(({ why, part }) => why === "covered" && part === null);
  const refs = [...here.keys(), ...covered.map((entry) => entry.ref)];
  checkWhole(bag, log, new Set(refs));
  return { records, declared, exhibits: new Set(refs.map(exhibitOf)) };
}

async function declaration(bag) {
  const none = { originals: new Map(), derivatives: new Map(), purged: new Map() };
  const bytes = await bag.read(NOT_INCLUDED);
  if (bytes === null) return none;
  const declared = readNotIncluded(bytes);
  if (declared === null) bag.findings.add("malformed", NOT_INCLUDED);
  return declared ?? none;
}

// Returns what is declared, originals by ref, derivatives and what was purged by id, or null if these bytes are no declaration.
function readNotIncluded(bytes) {
  try {
    const plain = readCanonical(bytes);
    const given = new Set(isObject(plain) ? Object.keys(plain) : []);
    if (given.size) for (const key of MAY_BE_LEFT_OUT) plain[key] ??= [];
    const read = fromPlain({ shape: "_Declaration" }, plain, true);
    const originals = new Map(read.not_included.map((entry) => [entry.ref, entry]));
    const derivatives = new Map(read.derivatives.map((entry) => [entry.derivative_id, entry]));
    const purged = new Map(read.purged.map((entry) => [entry.id, entry]));
    const isExact =
      read.v === 1 &&
      originals.size === read.not_included.length &&
      derivatives.size === read.derivatives.length &&
      purged.size === read.purged.length &&
      MAY_BE_LEFT_OUT.every((key) => given.has(key) === read[key].length > 0);
    return isExact ? { originals, derivatives, purged } : null;
  } catch (error) {
    passOn(error);
    return null;
  }
}

function isExhibitRecord(name) {
  return name.startsWith(EXHIBITS) && name.endsWith(".json") && name !== NOT_INCLUDED;
}

async function acquisitionRecord(bag, name) {
  const record = await recordOf(bag, name, "AcquisitionRecord", MAX_JSON_BYTES);
  if (record === null || HEX_64.test(record.salt)) return record; // without one it could be guessed
  bag.findings.add("malformed", name);
  return null;
}

// Returns what a file says, or null if it is missing or says nothing of this shape, which was said.
async function recordOf(bag, name, shape, limit) {
  const bytes = await bag.read(name, limit);
  if (bytes === null) return null;
  try {
    return fromPlain({ shape }, readCanonical(bytes));
  } catch (error) {
    passOn(error);
    bag.findings.add("malformed", name);
    return null;
  }
}

function checkExhibit(bag, log, name, record) {
  const file = exhibitFile(record);
  if (`${exhibitStem(record)}.json` !== name) bag.findings.add("contradicts", name);
  if (!bag.source.sizes.has(file)) bag.findings.add("missing", file);
  else if (bag.sums.has(file) && bag.sums.get(file).sha256 !== record.content.sha256) {
    bag.findings.add("contradicts", file);
  }
  const taken = log.taken.get(record.acquisition_id);
  if (taken === undefined || taken.recordSha256 !== bag.sums.get(name).sha256) {
    bag.findings.add("not_in_log", name);
    return;
  }
  if (taken.sha256 !== record.content.sha256) bag.findings.add("not_in_log", file);
  const ref = record.exhibit_ref ?? "";
  const isPlaced = record.seq === taken.seq && log.refs.get(ref) === record.acquisition_id;
  if (!isPlaced || !isInItsRun(log, ref, record)) bag.findings.add("contradicts", name);
}

// Whether a record names the run and the place in it that the log has; a single picture names none.
function isInItsRun(log, ref, record) {
  const run = log.runs.get(exhibitOf(ref));
  if (run === undefined) return record.run_id === null;
  const place = run.frames.indexOf(record.acquisition_id);
  return record.run_id === run.runId && record.run_index === (place < 0 ? null : place + 1);
}

// What is declared as not included is not here and stands in the log; nothing else is missing.
function checkDeclared(bag, log, here, declared) {
  for (const [ref, entry] of declared) {
    const isSo = !here.has(ref) && isTrueOriginal(entry, log) && isInAnother(entry, bag.count);
    if (!isSo) bag.findings.add("contradicts", NOT_INCLUDED);
  }
  for (const [ref, name] of here) {
    if (log.isClosed(exhibitOf(ref))) bag.findings.add("contradicts", name);
  }
  for (const ref of log.refs.keys()) {
    if (!here.has(ref) && !declared.has(ref)) bag.findings.add("missing", `${LOG}#${ref}`);
  }
}

// What is declared as removed for good is what the log says was, all of it, at its time.
function checkPurged(bag, log, declared) {
  for (const [id, entry] of declared) {
    const known = log.purges.get(id);
    if (known?.ref !== entry.ref || known.ts !== entry.purged_at) bag.findings.add("contradicts", NOT_INCLUDED);
  }
  for (const [id, { ref }] of log.purges) {
    if (!declared.has(id)) bag.findings.add("missing", `${LOG}#${ref || id}`);
  }
}

// Whether what is said to be in another part names one that there is, and nothing else names one.
function isInAnother(entry, count) {
  if (entry.part === null) return entry.why !== "other_part";
  const { n, of } = count ?? { n: 0, of: 0 };
  const isSo = ["other_part", "covered"].includes(entry.why);
  return isSo && entry.part !== n && entry.part >= 1 && entry.part <= of;
}

// Of a run every frame is here, itself or its copy, or none is: otherwise a gap that nobody sees.
function checkWhole(bag, log, here) {
  const ofRun = new Map([...log.runs.keys()].map((ref) => [ref, new Set()]));
  for (const ref of log.refs.keys()) ofRun.get(exhibitOf(ref))?.add(here.has(ref));
  if ([...ofRun.values()].some((found) => found.size > 1)) bag.findings.add("contradicts", NOT_INCLUDED);
}

// Whether the log says the same of an exhibit that is not included.
function isTrueOriginal(entry, log) {
  const taken = log.taken.get(entry.acquisition_id);
  if (taken === undefined || log.refs.get(entry.ref) !== entry.acquisition_id) return false;
  return (
    isSaidAlike(entry, taken) &&
    entry.withdrawn_at === (log.withdrawn.get(exhibitOf(entry.ref)) ?? null) &&
    (["purged", "withdrawn"].includes(entry.why) ? entry.why : null) === whyClosed(log, exhibitOf(entry.ref))
  );
}

// Returns why the log itself says that an exhibit is not there; null if it does not.
function whyClosed(log, ref) {
  if (log.purged.has(ref)) return "purged";
  return log.withdrawn.has(ref) ? "withdrawn" : null;
}

function isSaidAlike(entry, known) {
  return (
    entry.sha256 === known.sha256 &&
    entry.size_bytes === known.sizeBytes &&
    entry.record_sha256 === known.recordSha256
  );
}
