// SPDX-License-Identifier: MIT
// A package that was unpacked into a folder. Mirrors app/package/folder_source.py. A browser gives every file
// below the folder and follows links by itself; which of them are links only Python can see.

class FolderSource {
  // Takes entries {path, file, isLink} with paths seen from the folder that was picked.
  constructor(entries, findings, mostFiles = MAX_FILES) {
    const base = bagFolder(entries);
    const files = new Map();
    for (const { path, file, isLink } of entries) {
      if (!path.startsWith(base)) continue;
      const name = path.slice(base.length);
      if (isLink) findings.add("link", name);
      else files.set(name, file);
    }
    if (files.size > mostFiles) throw new Unreadable("more files than a package can have");
    this._files = new Map([...files].sort(([one], [other]) => byCodePoint(one, other)));
    for (const [name, file] of this._files) {
      if (file.size <= MAX_FILE_BYTES) continue;
      findings.add("too_large", name);
      this._files.delete(name);
    }
    this.sizes = new Map([...this._files].map(([name, file]) => [name, file.size]));
  }

  // Gives the bytes of one file in parts; throws Unreadable if it cannot be opened, and Mismatch if it has
  // become another since it was picked.
  async *parts(name) {
    const file = this._files.get(name);
    for (let at = 0; at < file.size; at += PART_BYTES) yield await partOf(file, at, name);
  }
}

async function partOf(file, at, name) {
  let part;
  try {
    part = await bytesAt(file, at, PART_BYTES);
  } catch {
    throw at ? new Mismatch(name) : new Unreadable(name);
  }
  if (part.length !== Math.min(PART_BYTES, file.size - at)) throw new Mismatch(name);
  return part;
}

// Returns the path, with its slash, of the folder itself or of the one folder in it that holds a package.
function bagFolder(entries) {
  const paths = new Set(entries.map((entry) => entry.path));
  const hasMark = (base) => MARKS.some((mark) => paths.has(base + mark));
  if (hasMark("")) return "";
  const below = new Set([...paths].filter((path) => path.includes("/")).map((path) => `${partition(path, "/")[0]}/`));
  const folders = [...below].filter(hasMark);
  if (folders.length !== 1) {
    throw new Unreadable(folders.length ? "several packages in it: name one" : "no package in it");
  }
  return folders[0];
}
