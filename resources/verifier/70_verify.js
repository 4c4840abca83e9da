// SPDX-License-Identifier: MIT
// The check of a package: does what the officer holds equal what was exported? Mirrors app/package/verify.py.
// Until root and key come from the printed page it says only that the package agrees with itself.

const NO_ANCHOR = "time: no outside time anchors this log";
const NO_ROOT = "paper: the root was not compared with the printed page";
const NO_KEY = "paper: the key fingerprint was not compared with the printed page";

// Returns the verdict on a package: picked is {file} for a ZIP or {entries} for a folder. heard is told from
// 0 to 1 how far it is, and may throw Cancelled. Throws Unreadable, or Refused if what was typed is no hash.
async function verify(picked, { root = null, key = null, exhibits = [], heard = null } = {}) {
  const paper = new Paper(root, key);
  const findings = new Findings();
  const source = picked.file
    ? await ZipSource.open(picked.file, findings)
    : new FolderSource(picked.entries, findings);
  const sums = await hashFiles(source, findings, watching(source, heard));
  return judge(new CheckedBag(source, findings, sums), paper, exhibits);
}

async function judge(bag, paper, exhibits) {
  const key = await bag.check();
  const log = await checkLog(bag, key);
  let anchors = [];
  if (log !== null) {
    await checkDerivatives(bag, log, await checkExhibits(bag, log));
    await checkProofs(bag, log, key);
    anchors = await checkAnchors(bag, log, key);
  }
  const print = key ? fingerprint(key.bytes) : null;
  const root = log ? log.frontier.root : null;
  paper.compare(bag.findings, root, print);
  await lookFor(exhibits, log, bag.findings);
  return {
    verdict: outcomeOf(bag, paper),
    findings: bag.findings.all(),
    notChecked: [...paper.missing(), ...bag.unchecked, ...notChecked(bag, log, anchors)],
    root,
    fingerprint: print,
    anchors,
    log,
    filesRead: bag.sums.size,
  };
}

// What the officer typed from the printed page.
class Paper {
  constructor(root, key) {
    this._root = typedHash(root, "root");
    this._key = typedHash(key, "key fingerprint");
  }

  get isWhole() {
    return this._root !== null && this._key !== null;
  }

  // Gives what nobody typed: without it whoever made the package could have made another.
  missing() {
    return [this._root === null ? NO_ROOT : null, this._key === null ? NO_KEY : null].filter(Boolean);
  }

  compare(findings, root, key) {
    if (this._root !== null && this._root !== root) findings.add("paper_root", CHECKPOINT);
    if (this._key !== null && this._key !== key) findings.add("paper_key", PUBLIC_KEY);
  }
}

// Returns 64 hexadecimal digits however they were grouped; base64 as in the checkpoint is taken too.
function typedHash(value, name) {
  if (value === null) return null;
  const bare = value.replace(new RegExp(`[${BLANK}:-]`, "g"), "");
  if (/^[0-9A-Fa-f]{64}$/.test(bare)) return bare.toLowerCase();
  const encoded = value.replace(new RegExp(`[${BLANK}]`, "g"), "");
  if (/^[0-9A-Za-z+/]{43}=$/.test(encoded)) {
    return toHex(Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)));
  }
  throw new Refused(`The ${name} has 64 digits from 0 to 9 and a to f. Check it against the paper`);
}

// Returns the verdict that follows from the findings; where signatures could not be checked, never the best.
function outcomeOf(bag, paper) {
  if (bag.findings.differs) return DIFFERS;
  return paper.isWhole && !bag.unchecked.size ? MATCHES : AGREES;
}

// Every file handed over separately is looked for in the log by its hash value.
async function lookFor(exhibits, log, findings) {
  const known = log ? log.bytesKnown() : new Set();
  for (const file of exhibits) {
    findings.add(known.has(await sha256OfFile(file)) ? "exhibit_found" : "not_in_log", file.name);
  }
}

async function sha256OfFile(file) {
  const summing = new Summing(file.size);
  for (let at = 0; at < file.size; at += PART_BYTES) summing.add(await bytesAt(file, at, PART_BYTES));
  return (await summing.sums()).sha256;
}

// Returns what was hashed and not understood; the words of report and tables are the person's own.
function notChecked(bag, log, anchors) {
  const known = [EXHIBITS, DERIVATIVES, LOG, CHECKPOINT, PUBLIC_KEY, CHECKPOINTS, CONSISTENCY, LEAVES, INCLUSION];
  const [missing, all] = log ? [log.undisclosed, log.frontier.size] : [0, 0];
  const names = [...bag.sums.keys()];
  return [
    ...(anchors.length ? [] : [NO_ANCHOR]),
    ...(bag.count ? [`part: ${bag.count.n} of ${bag.count.of}; the others were not seen`] : []),
    ...(missing ? [`log: ${missing} of ${all} records are not in this package; their hash values are`] : []),
    ...names.filter((name) => [REPORT, CHECK_PAGE, READ_ME].includes(name)),
    ...names.filter((name) => isStrange(name, known)),
  ];
}

function isStrange(name, known) {
  return name.startsWith(PAYLOAD) && !known.some((start) => name.startsWith(start)) && !isAnchorFile(name);
}

function watching(source, heard) {
  const all = Math.max(1, [...source.sizes.values()].reduce((sum, size) => sum + size, 0));
  let done = 0;
  return async (count) => {
    done += count;
    if (heard) await heard(Math.min(1, done / all));
  };
}
