// SPDX-License-Identifier: MIT
// Copies with solid boxes: what the newest of an original covers is covered everywhere, and nothing else is.
// Mirrors app/package/checked_copies.py.

// Of every exhibit that is here, exactly what is covered is not, with all that was made from it.
// `read` is what the files of derivatives say: records by id, and the size of frames by exhibit and hash value.
function checkCopies(bag, log, shown, read) {
  for (const ref of shown.exhibits) {
    const made = [...log.made].filter(([id, one]) => one.ref === ref && read.records.has(id));
    const newest = redactedCopies(made.map(([id]) => read.records.get(id)));
    const stands = checkOriginals(bag, log, shown, ref, newest);
    for (const [id, one] of made) {
      const name = derivativeRecord(one.ref, one.kind, one.n);
      const record = read.records.get(id);
      const isDeclared = shown.declared.derivatives.has(id);
      if (isDeclared === mayLeave(record, newest, stands)) {
        bag.findings.add("contradicts", isDeclared ? NOT_INCLUDED : name);
      }
      if (!hasItsSize(record, read.sizes)) bag.findings.add("contradicts", name);
    }
  }
}

// Returns the newest copy by the hash value of its original, where something is covered.
function redactedCopies(records) {
  const newest = new Map();
  for (const record of records) if (record.kind === "redacted") newest.set(record.parents[0], record);
  return new Map([...newest].filter(([, record]) => record.boxes.length > 0));
}

// Returns the hash values of what stands for each original: of itself, or of its newest copy.
function checkOriginals(bag, log, shown, ref, newest) {
  const stands = new Set();
  for (const [number, id] of log.refs) {
    if (exhibitOf(number) !== ref) continue;
    const sha256 = log.taken.get(id).sha256;
    const copy = newest.get(sha256);
    stands.add(copy ? copy.sha256 : sha256);
    const record = shown.records.get(id);
    if (record && copy) bag.findings.add("contradicts", `${exhibitStem(record)}.json`);
    const isSaid = shown.declared.originals.get(number)?.why === "covered";
    if (isSaid && !copy) bag.findings.add("contradicts", NOT_INCLUDED);
  }
  return stands;
}

// Whether something that was made shows nothing that is covered.
function mayLeave(record, newest, stands) {
  if (record.kind === "redacted") return newest.get(record.parents[0]) === record;
  return record.kind === "run_record" || record.parents.every((parent) => stands.has(parent));
}

// Whether a record can be that of a copy of one of these originals: boxes inside, drawn in them.
function isCopy(record, had) {
  const [width, height] = [record.width_px ?? 0, record.height_px ?? 0];
  return (
    record.mime === "image/png" &&
    record.parents.length === 1 &&
    had.includes(record.parents[0]) &&
    width > 0 &&
    height > 0 &&
    record.boxes.every(({ rect, drawn_in }) => {
      const isInside = rect.x + rect.width <= width && rect.y + rect.height <= height;
      const isOne = Math.min(rect.x, rect.y) >= 0 && Math.min(rect.width, rect.height) > 0;
      return had.includes(drawn_in) && isOne && isInside;
    })
  );
}

// Returns the hash values of all that a joined picture can be made from: frames, and copies of before.
function wasJoinedFrom(made, log) {
  const before = [...log.made.values()].filter((one) => {
    return one.ref === made.ref && one.kind === "redacted" && one.seq < made.seq;
  });
  return [...before, ...made.frames.map((frame) => log.taken.get(frame))].map((one) => one.sha256);
}

// Whether a copy is as large as its original, where that is known from the record of the run.
function hasItsSize(record, sizes) {
  const size = record.kind === "redacted" && sizes.get(`${record.exhibit_ref} ${record.parents[0]}`);
  return !size || (size.width_px === record.width_px && size.height_px === record.height_px);
}
