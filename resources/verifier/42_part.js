// SPDX-License-Identifier: MIT
// A log of which only some records were handed over: each is the leaf at its place, proven under the root.
// Mirrors app/package/checked_part.py and app/package/disclosure.py.

// Whether a package says that it has not the whole log.
function isPart(bag) {
  return bag.source.sizes.has(LEAVES) || bag.source.sizes.has(INCLUSION);
}

// Returns what the records that are here say, or null where the leaves cannot be read; throws Broken if one
// does not stand where it says, or does not name the one before it.
async function followedPart(bag) {
  const leaves = await leavesIn(bag);
  if (leaves === null) return null;
  const [facts, here] = [new LogFacts(), new Map()];
  for await (const line of linesOf(bag.source.parts(LOG))) {
    const record = readRecord(line);
    grow(facts, leaves, record.seq - 1);
    checkPlace(record, leaves, facts.frontier.size);
    here.set(record.seq, leafHash(line));
    facts.note(record);
    grow(facts, leaves, record.seq);
  }
  grow(facts, leaves, leaves.length);
  await checkInclusion(bag, here, leaves, facts.frontier);
  return facts;
}

// Lets the tree have so many of the leaves, as far as there are any.
function grow(facts, leaves, size) {
  while (facts.frontier.size < Math.min(size, leaves.length)) facts.frontier.append(leaves[facts.frontier.size]);
}

function checkPlace(record, leaves, before) {
  if (before !== record.seq - 1 || record.seq > leaves.length) throw new Broken("stands where it cannot");
  if (record.prev !== (record.seq > 1 ? leaves[record.seq - 2] : FIRST_PREV)) throw new Broken("does not follow");
}

async function checkInclusion(bag, here, leaves, frontier) {
  const root = frontier.root;
  const found = await proofsIn(bag, INCLUSION, "Inclusion", "seq");
  if (found === null) return;
  if (found.size !== frontier.size || found.root !== root) bag.findings.add("contradicts", INCLUSION);
  const proofs = new Map(found.proofs.map((one) => [one.seq, one.proof]));
  for (const [seq, leaf] of here) {
    const proof = proofs.get(seq);
    const isLeaf = leaf === leaves[seq - 1] && proof !== undefined && proof.every((node) => HEX_64.test(node));
    const isUnder = isLeaf && verifyInclusion(leaf, seq - 1, frontier.size, proof, root);
    if (!isUnder) bag.findings.add("not_in_tree", `${LOG}#${seq}`);
  }
  for (const seq of proofs.keys()) {
    if (!here.has(seq)) bag.findings.add("missing", `${LOG}#${seq}`);
  }
}

async function leavesIn(bag) {
  const bytes = await bag.read(LEAVES);
  if (bytes === null) return null;
  const lines = bytes.some((byte) => byte > 127) ? [] : decodeUtf8(bytes).split("\n");
  const isWhole = lines.pop() === "" && lines.length > 0 && lines.every((line) => HEX_64.test(line));
  if (!isWhole) bag.findings.add("malformed", LEAVES);
  return isWhole ? lines : null;
}

// Returns a file of proofs, or null where it cannot be read, which was said.
async function proofsIn(bag, name, shape, place) {
  const bytes = await bag.read(name);
  if (bytes === null) return null;
  try {
    const found = fromPlain({ shape }, readCanonical(bytes), true);
    const rises = found.proofs.every((one, at) => at === 0 || found.proofs[at - 1][place] < one[place]);
    if (found.v === 1 && rises) return found;
  } catch (error) {
    passOn(error);
  }
  bag.findings.add("malformed", name);
  return null;
}

// Whether the proof shows that this leaf stands at this place under this root. Source: RFC 9162, 2.1.3.2.
function verifyInclusion(leaf, index, size, proof, root) {
  let [at, last, node] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    const isRight = at % 2 === 1 || at === last;
    node = isRight ? nodeHash(sibling, node) : nodeHash(node, sibling);
    [at, last] = isRight ? climbed(at, last) : [at, last];
    [at, last] = halved(at, last);
  }
  return last === 0 && node === root;
}

function halved(at, last) {
  return [Math.floor(at / 2), Math.floor(last / 2)];
}

// Skips the levels at which the node has no sibling.
function climbed(at, last) {
  while (at !== 0 && at % 2 === 0) [at, last] = halved(at, last);
  return [at, last];
}
