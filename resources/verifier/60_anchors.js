// SPDX-License-Identifier: MIT
// The outside times of a package: every one that the log has is here, over a head of this log, and signed.
// Roots in the package are shown and never trusted: PINNED_AUTHORITIES stands before all files.
// Mirrors app/package/checked_anchors.py.

const ANCHOR_ENDINGS = ["txt", "tsq", "tsr", "json"];
const ANCHOR_FILE = /^data\/log\/anchors\/([0-9]{4})\.(?:txt|tsq|tsr|json)$/;
const SHOWS_FROM_MS = 2000; // as for a jump of the clock: less is nothing an officer would have to reckon with

// Returns every outside time that is good, the smallest head first; what is not was named. The n-th in the log
// is number n; those after them have no record yet, and must be over checkpoint C.
async function checkAnchors(bag, log, key) {
  const there = [...bag.sums.keys()].map((name) => ANCHOR_FILE.exec(name)).filter(Boolean);
  const numbers = new Set([...log.anchors.map((_, at) => at + 1), ...there.map((match) => Number(match[1]))]);
  const known = PINNED_AUTHORITIES.map((one) => ({ ...one, root: readCertificate(fromBase64(one.root)) }));
  const found = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const one = { bag, n, record: n > 0 ? log.anchors[n - 1] : undefined };
    const good = await checkedAnchor(one, log, key, known);
    if (good !== null) found.push(good);
  }
  return found.sort((a, b) => a.size - b.size || byCodePoint(a.at, b.at));
}

// Whether it is one of the files that are checked here; a root that is shown is not.
function isAnchorFile(name) {
  return ANCHOR_FILE.test(name);
}

function anchorFile(n, ending) {
  return `${ANCHORS}${String(n).padStart(4, "0")}.${ending}`;
}

async function checkedAnchor(one, log, key, known) {
  const files = [];
  for (const ending of ANCHOR_ENDINGS) files.push(await one.bag.read(anchorFile(one.n, ending), MOST_STAMP_BYTES));
  if (files.includes(null)) return null;
  const [note, request, response, said] = files;
  const head = await anchoredHead(one, log, key, note);
  const stamp = await stampOf(one, note, request, response, known);
  if (head === null || stamp === null) return null;
  const authority = known.find((each) => each.root === stamp.root);
  const facts = anchorFacts(files, head, stamp, authority);
  if (!isTold(one, facts, stamp, said)) return null;
  const clockMs = clockOff(log, head, stamp, one.record);
  return { size: head.size, at: timeOf(stamp.atMs), authority: authority.name, clock_ms: clockMs };
}

// Returns the head in the note: signed by this key, and one of this log; or null, which was said.
async function anchoredHead(one, log, key, note) {
  let head = null;
  try {
    if (key) head = await readCheckpoint(decodeUtf8(note), key.bytes, one.bag);
  } catch (error) {
    passOn(error);
  }
  if (head === null || head.origin !== key.name) {
    one.bag.findings.add("signature_invalid", anchorFile(one.n, "txt"));
    return null;
  }
  const known = one.record ? one.record.data : log.frontier;
  if (head.size === known.size && head.root === known.root) return head;
  one.bag.findings.add("not_consistent", anchorFile(one.n, "txt"));
  return null;
}

// Returns what the answer says; or null, which was said.
async function stampOf(one, note, request, response, known) {
  try {
    const question = readQuestion(request);
    if (question.imprint !== sha256Of(note)) throw new Refused("a question for something else");
    return await checkToken(response, question, known.map((each) => each.root));
  } catch (error) {
    if (!(error instanceof Untrusted)) passOn(error);
    const reason = error instanceof Untrusted ? "anchor_untrusted" : "anchor_invalid";
    one.bag.findings.add(reason, anchorFile(one.n, "tsr"));
    return null;
  }
}

// Returns what must be said of it. Mirrors facts of app/custody/anchors.py, without what only the moment knew.
function anchorFacts([note, request, response], head, stamp, authority) {
  return {
    authority: authority.key,
    size: head.size,
    root: head.root,
    note_sha256: sha256Of(note),
    request_sha256: sha256Of(request),
    response_sha256: sha256Of(response),
    token_at: timeOf(stamp.atMs),
    serial: stamp.serial,
    policy: stamp.policy,
  };
}

// Whether file and log say what can be computed, and the same of what cannot; if not, it was said.
function isTold(one, facts, stamp, said) {
  if (!isComputed(facts, stamp, said)) {
    one.bag.findings.add("contradicts", anchorFile(one.n, "json"));
    return false;
  }
  if (one.record === undefined || isSameObject(one.record.data, readCanonical(said))) return true;
  one.bag.findings.add("not_in_log", anchorFile(one.n, "json"));
  return false;
}

function isComputed(facts, stamp, said) {
  let told;
  try {
    told = readCanonical(said);
  } catch (error) {
    passOn(error);
    return false;
  }
  if (!isObject(told) || !isMoment(told.at)) return false;
  const { at, uncertain_by_ms } = told;
  const isWhole = typeof uncertain_by_ms === "number" && uncertain_by_ms >= 0;
  const difference_ms = Date.parse(at) - stamp.atMs;
  return isWhole && isSameObject({ ...facts, at, difference_ms, uncertain_by_ms }, told);
}

// Whether two objects of plain values hold the same; both were read from canonical JSON, or made of such values.
function isSameObject(one, other) {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

// Returns by how much at least the clock was ahead of the outside time, or behind it; 0 if nothing shows. The
// records it covers were written before it, and its own record after it: if their times say otherwise, the clock
// was not right, or was moved, or the times are not those of the acts. Which, nobody can tell.
function clockOff(log, head, stamp, record) {
  const [coveredMs, ownMs] = [msOf(log.times.get(head.size)), msOf(record?.ts)];
  const aheadMs = coveredMs === null ? 0 : coveredMs - stamp.atMs;
  const behindMs = ownMs === null ? 0 : stamp.atMs - ownMs;
  if (Math.max(aheadMs, behindMs) < SHOWS_FROM_MS) return 0;
  return aheadMs >= behindMs ? aheadMs : -behindMs;
}

// Returns ms since 1970 of a record's time, or null if it has none that there was.
function msOf(ts) {
  return ts !== undefined && isMoment(ts) ? Date.parse(ts) : null;
}

function timeOf(atMs) {
  return new Date(atMs).toISOString();
}
