// SPDX-License-Identifier: MIT
// What was made from originals against its record, the log and the frames it was made from.
// Mirrors app/package/checked_derivatives.py and app/custody/run_record.py.

const JOINING = new Set(["exact", "matched", "same"]); // of app/model/conversation.py, Proof.joins

// Every derivative of the log is here as it was made, or is declared to stay with its originals.
async function checkDerivatives(bag, log, shown) {
  const expected = new Set();
  const read = { records: new Map(), sizes: new Map() };
  for (const [id, made] of log.made) {
    const isAway = !shown.exhibits.has(made.ref) && shown.declared.derivatives.has(id);
    const files = isAway ? notHere(bag, made) : await checkMade(bag, log, id, shown, read);
    for (const file of files) expected.add(file);
  }
  checkDeclaredMade(bag, log, shown);
  checkCopies(bag, log, shown, read);
  for (const name of bag.sums.keys()) {
    if (name.startsWith(DERIVATIVES) && !expected.has(name)) bag.findings.add("not_in_log", name);
  }
}

// Returns files of a derivative of an exhibit that is not included; each was named.
function notHere(bag, made) {
  const stem = derivativeRecord(made.ref, made.kind, made.n).slice(0, -"record.json".length);
  const found = [...bag.sums.keys()].filter((name) => name.startsWith(stem));
  for (const name of found) bag.findings.add("contradicts", name);
  return found;
}

// What is declared as not included stands in the log, as the log has it.
function checkDeclaredMade(bag, log, shown) {
  for (const [id, entry] of shown.declared.derivatives) {
    const made = log.made.get(id);
    if (made === undefined || !isTrueMade(entry, made)) bag.findings.add("contradicts", NOT_INCLUDED);
  }
}

function isTrueMade(entry, made) {
  return entry.ref === made.ref && entry.kind === made.kind && entry.n === made.n && isSaidAlike(entry, made);
}

// One derivative is here as the log has it, or its record alone; returns the files that it may have.
async function checkMade(bag, log, id, shown, read) {
  const made = log.made.get(id);
  const name = derivativeRecord(made.ref, made.kind, made.n);
  const record = await recordOf(bag, name, "DerivativeRecord", MAX_JSON_BYTES);
  if (record === null) return [name];
  if (!HEX_64.test(record.salt)) bag.findings.add("malformed", name);
  const file = record.kind === made.kind ? derivativeFile(record, made.n) : name;
  if (made.recordSha256 !== bag.sums.get(name).sha256) bag.findings.add("not_in_log", name);
  else if (!shown.exhibits.has(made.ref) || !fits(record, id, made, log)) bag.findings.add("contradicts", name);
  else read.records.set(id, record);
  checkMadeBytes(bag, file, record, made, shown.declared.derivatives.has(id));
  if (made.kind === "run_record" && bag.sums.has(file)) await checkRun(bag, log, file, made, shown, read);
  return [name, file];
}

// Whether the record says what the log says, and names nothing but what there was by then.
function fits(record, id, made, log) {
  const had = made.frames.map((frame) => log.taken.get(frame).sha256);
  return (
    isFrom(record, had, made, log) &&
    record.derivative_id === id &&
    record.kind === made.kind &&
    record.exhibit_ref === made.ref &&
    record.seq === made.seq &&
    record.size_bytes === made.sizeBytes
  );
}

function isFrom(record, had, made, log) {
  if (made.kind === "run_record") return isAlike(record.parents, had);
  if (made.kind === "redacted") return isCopy(record, had);
  const known = wasJoinedFrom(made, log);
  return record.parents.length > 0 && record.parents.every((parent) => known.includes(parent));
}

// The bytes are here and are those of record and log; or are not, if they show what is covered by now.
function checkMadeBytes(bag, file, record, made, isAbsent) {
  if (isAbsent) {
    if (bag.sums.has(file)) bag.findings.add("contradicts", file);
  } else if (!bag.source.sizes.has(file)) bag.findings.add("missing", file);
  else if (bag.sums.has(file) && bag.sums.get(file).sha256 !== record.sha256) {
    bag.findings.add("contradicts", file);
  }
  if (made.sha256 !== record.sha256) bag.findings.add("not_in_log", file);
}

// The run record names every frame the run had, as it was taken, and agrees with itself.
async function checkRun(bag, log, file, made, { records }, { sizes }) {
  const run = await recordOf(bag, file, "RunRecord", MAX_TEXT_BYTES);
  if (run === null) return;
  const isWhole =
    run.frames.length === made.frames.length &&
    run.frames.every((line, at) => {
      const frame = made.frames[at];
      return line.acquisition_id === frame && line.sha256 === log.taken.get(frame).sha256;
    });
  const isToldRight = run.frames.every((line) => {
    const record = records.get(line.acquisition_id);
    return record === undefined || isLineOf(line, record);
  });
  const hasSittings = [...sittingsOf(log, made)].every((n) => run.segments.includes(n));
  const isOfRun = run.run_id === log.runs.get(made.ref).runId;
  if (!(isWhole && isToldRight && hasSittings && isOfRun) || faultInRun(run)) {
    bag.findings.add("contradicts", file);
    return;
  }
  for (const line of run.frames) sizes.set(`${made.ref} ${line.sha256}`, line);
}

// Whether a run record says of a frame what its acquisition record says.
function isLineOf(line, record) {
  const content = record.content;
  return (
    line.sha256 === content.sha256 &&
    line.at === record.time.started_at &&
    line.width_px === content.width_px &&
    line.height_px === content.height_px
  );
}

// Returns which frames, from 1, were the first after a break: the vault was opened, or the run was finished.
function sittingsOf(log, made) {
  const finished = [...log.made.values()].filter((one) => one.ref === made.ref && one.kind === made.kind);
  const breaks = [...log.opened, ...finished.map((one) => one.seq)];
  const places = made.frames.map((frame) => log.taken.get(frame).seq);
  const before = (seq) => breaks.filter((mark) => mark <= seq).length;
  const found = new Set();
  for (let n = 1; n < places.length; n += 1) if (before(places[n - 1]) !== before(places[n])) found.add(n + 1);
  return found;
}

// Returns what a run record says that cannot be so, in words for a programmer, or null.
function faultInRun(run) {
  const count = run.frames.length;
  const counted = Array.from({ length: count }, (_, at) => at + 1);
  const within = run.islands.flatMap((island) => island.frames).sort((a, b) => a - b);
  if (!isAlike(run.frames.map((frame) => frame.index), counted)) return "frames not numbered from 1";
  if (namedFrames(run).some((n) => n < 1 || n > count)) return "names a frame that is not there";
  if (run.segments[0] !== 1 || run.segments.some((n, at) => at && run.segments[at - 1] >= n)) return "sittings";
  if (!isAlike(within, counted)) return "not every frame is in exactly one island";
  if (run.islands.some((island) => island.frames.length !== island.tops_px.length)) return "an island's places";
  return faultInJoins(run) || faultInGaps(run);
}

// Returns every frame number that the record names outside its list of frames.
function namedFrames(run) {
  return [
    ...run.pairs.flatMap((pair) => [pair.first, pair.second]),
    ...run.gaps.flatMap((gap) => [gap.first, gap.second, ...(gap.closed_by ?? [])]),
    ...run.repeated.flat(),
    ...run.time_jumps.flatMap((jump) => [jump.before, jump.after]),
    ...run.segments,
    ...run.size_changes,
  ];
}

// Returns whether frames stand in one island that no chain of pairs joins.
function faultInJoins(run) {
  const last = new Map(run.pairs.map((pair) => [`${pair.first},${pair.second}`, pair]));
  const proven = [...last.values()].filter((pair) => JOINING.has(pair.finding.level) || isInPlace(pair));
  for (const island of run.islands) {
    const inside = new Set(island.frames);
    const ends = proven.filter((pair) => inside.has(pair.first) && inside.has(pair.second));
    const groups = groupsOf(inside, ends.map((pair) => [pair.first, pair.second]));
    if (groups !== 1) return "frames are joined that no pair joins";
  }
  return null;
}

// Whether it was looked at from one frame to the next and nothing was scrolled.
function isInPlace(pair) {
  return pair.second === pair.first + 1 && pair.watched && pair.steps_px.every((step) => step === 0);
}

// Returns whether the gaps are not those between the islands.
function faultInGaps(run) {
  const home = new Map(run.islands.flatMap((island, place) => island.frames.map((n) => [n, place])));
  const edges = [];
  for (const gap of run.gaps) {
    const ends = [home.get(gap.first), home.get(gap.second)];
    if ((ends[0] === ends[1]) !== (gap.closed_by !== null)) return "a gap inside what is joined, or closed";
    if (gap.closed_by === null) edges.push(ends);
  }
  return groupsOf(new Set(home.values()), edges) === 1 ? null : "a gap that is not said";
}

// Returns how many groups the members form that hang together.
function groupsOf(members, edges) {
  const near = new Map([...members].map((member) => [member, []]));
  for (const [a, b] of edges) {
    near.get(a).push(b);
    near.get(b).push(a);
  }
  let groups = 0;
  const left = new Set(members);
  for (const member of members) {
    if (!left.delete(member)) continue;
    groups += 1;
    for (const todo = [member]; todo.length; ) {
      for (const other of near.get(todo.pop())) if (left.delete(other)) todo.push(other);
    }
  }
  return groups;
}
