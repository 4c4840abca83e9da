// SPDX-License-Identifier: MIT
// Proofs that earlier signed heads are the beginning of this log. Mirrors app/package/checked_proofs.py.

// Names every head that the log says left the house and that is not here, or not the beginning of this log.
async function checkProofs(bag, log, key) {
  const notes = [...bag.sums.keys()].filter((name) => name.startsWith(CHECKPOINTS));
  const declared = new Map([...log.heads].map(([size, root]) => [checkpointFile(size), root]));
  for (const name of declared.keys()) {
    if (!bag.source.sizes.has(name)) bag.findings.add("missing", name);
  }
  if (!notes.length && !declared.size && !bag.source.sizes.has(CONSISTENCY)) return;
  const proofs = await consistencyIn(bag, log);
  for (const name of notes) {
    const note = await earlierHead(bag, name, key);
    if (note !== null && !leadsOn(note, declared.get(name) ?? note.root, proofs, log)) {
      bag.findings.add("not_consistent", name);
    }
  }
  for (const { size } of proofs) {
    if (!bag.source.sizes.has(checkpointFile(size))) bag.findings.add("missing", checkpointFile(size));
  }
}

function checkpointFile(size) {
  return `${CHECKPOINTS}${padded(String(size), 8)}.txt`;
}

// Returns the proofs; none where they cannot be read, which was said.
async function consistencyIn(bag, log) {
  const found = await proofsIn(bag, CONSISTENCY, "Consistency", "size");
  if (found === null) return [];
  if (!found.proofs.length) {
    bag.findings.add("malformed", CONSISTENCY);
    return [];
  }
  const isOurs = found.size === log.frontier.size && found.root === log.frontier.root;
  if (!isOurs) bag.findings.add("contradicts", CONSISTENCY);
  return found.proofs;
}

// Returns the head in a file, or null if it is not signed by this key or stands under another's name.
async function earlierHead(bag, name, key) {
  const bytes = await bag.read(name);
  if (bytes === null) return null;
  let note = null;
  try {
    if (key) note = await readCheckpoint(decodeUtf8(bytes), key.bytes, bag);
  } catch (error) {
    passOn(error);
  }
  if (note === null || note.origin !== key.name) {
    bag.findings.add("signature_invalid", name);
    return null;
  }
  if (checkpointFile(note.size) === name) return note;
  bag.findings.add("contradicts", name);
  return null;
}

// Whether this head is the beginning of the log, as the proof shows and the log says.
function leadsOn(note, declared, proofs, log) {
  const found = proofs.find(({ size }) => size === note.size);
  const isProof = found && found.root === note.root && found.proof.every((node) => HEX_64.test(node));
  if (!isProof || declared !== note.root) return false;
  return verifyConsistency(note, log.frontier, found.proof);
}

// Whether the proof shows that the newer tree begins with the older one. Source: RFC 9162, 2.1.4.2.
function verifyConsistency(old, now, proof) {
  if (old.size <= 0 || old.size > now.size) return false;
  if (old.size === now.size) return !proof.length && old.root === now.root;
  const path = isPowerOfTwo(old.size) ? [old.root, ...proof] : [...proof];
  if (!path.length) return false;
  let [at, last] = [old.size - 1, now.size - 1];
  while (at % 2 === 1) [at, last] = halved(at, last);
  const roots = walkBoth(path, at, last);
  return roots !== null && roots[0] === old.root && roots[1] === now.root;
}

function isPowerOfTwo(size) {
  while (size % 2 === 0) size /= 2;
  return size === 1;
}

// Returns the two roots that the path leads to, or null if it is too long or too short.
function walkBoth(path, at, last) {
  let [old, now] = [path[0], path[0]];
  for (const sibling of path.slice(1)) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      [old, now] = [nodeHash(sibling, old), nodeHash(sibling, now)];
      [at, last] = climbed(at, last);
    } else {
      now = nodeHash(now, sibling);
    }
    [at, last] = halved(at, last);
  }
  return last === 0 ? [old, now] : null;
}
