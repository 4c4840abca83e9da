// SPDX-License-Identifier: MIT
// What the files of a package are called, the limits on them, and what a check can say.
// Mirrors app/package/names.py, source.py and findings.py, and app/report/file_names.py.

const REPORT = "1_Evidence_Report.pdf";
const CHECK_PAGE = "2_Check_Integrity.html";
const READ_ME = "3_Read_Me_First.txt";
const BAGIT = "bagit.txt";
const BAG_INFO = "bag-info.txt";
const MANIFEST_256 = "manifest-sha256.txt";
const MANIFEST_512 = "manifest-sha512.txt";
const TAG_MANIFEST = "tagmanifest-sha256.txt";
const SIGNATURE = "signature.txt";
const PAYLOAD = "data/";
const EXHIBITS = "data/exhibits/";
const DERIVATIVES = "data/derivatives/";
const NOT_INCLUDED = "data/exhibits/not_included.json";
const TABLES = "data/tables/";
const LOG = "data/log/custody.jsonl";
const CHECKPOINT = "data/log/checkpoint.txt";
const PUBLIC_KEY = "data/log/public_key.txt";
const CHECKPOINTS = "data/log/checkpoints/";
const CONSISTENCY = "data/log/consistency.json";
const INCLUSION = "data/log/inclusion.json";
const LEAVES = "data/log/leaves.txt";
const ANCHORS = "data/log/anchors/";

const OUTSIDE_THE_LISTS = new Set([TAG_MANIFEST, SIGNATURE]);
const REQUIRED = [
  REPORT, CHECK_PAGE, READ_ME, BAGIT, BAG_INFO, MANIFEST_256, MANIFEST_512, TAG_MANIFEST, SIGNATURE, NOT_INCLUDED,
  LOG, CHECKPOINT, PUBLIC_KEY,
];
const MARKS = [BAGIT, TAG_MANIFEST, MANIFEST_256, SIGNATURE, LOG]; // any of them shows where it begins

const PART_BYTES = 1 << 20;
const MAX_FILES = 100000;
const MAX_FILE_BYTES = 4000000000;
const MAX_ALL_BYTES = 64000000000;
const MAX_TEXT_BYTES = 64 << 20;
const MAX_JSON_BYTES = 1 << 20; // of one record beside an exhibit

const MATCHES = "matches the paper";
const AGREES = "agrees with itself";
const DIFFERS = "differs";
const HARMLESS = new Set(["system_file", "exhibit_found"]);

const SYSTEM_FILE = new RegExp(
  "^(?:.*/)?(?:\\.DS_Store|\\._[^/]*|Thumbs\\.db|ehthumbs\\.db|desktop\\.ini" +
    "|(?:__MACOSX|\\.Spotlight-V100|\\.Trashes|\\.fseventsd|System Volume Information)/.*)$",
  "is",
);

function isSystemFile(name) {
  return SYSTEM_FILE.test(name);
}

// A list that grows while a package is checked and holds nothing twice.
class Findings {
  constructor() {
    this._found = new Map();
  }

  add(reason, file) {
    this._found.set(`${reason} ${file}`, { reason, file });
  }

  all() {
    return [...this._found.values()];
  }

  get differs() {
    return this.all().some((finding) => !HARMLESS.has(finding.reason));
  }
}

const ENDINGS = new Map([["image/png", "png"], ["image/jpeg", "jpg"], ["application/json", "json"]]);
const MADE = new Map([["run_record", "run"], ["joined_picture", "joined"], ["redacted", "covered"]]);

function exhibitStem(record) {
  const mode = record.screen ? record.screen.mode : record.method.method;
  const at = record.time.started_at.slice(0, 19).replace(/[-:]/g, "");
  return `${EXHIBITS}${numberOf(record.exhibit_ref)}_${at}Z_${mode}`;
}

function exhibitFile(record) {
  return `${exhibitStem(record)}.${endingOf(record.content.mime)}`;
}

function derivativeFile(record, n) {
  return `${derivativeStem(record.exhibit_ref, record.kind, n)}.${endingOf(record.mime)}`;
}

function derivativeRecord(ref, kind, n) {
  return `${derivativeStem(ref, kind, n)}.record.json`;
}

function derivativeStem(ref, kind, n) {
  return `${DERIVATIVES}${numberOf(ref)}_${MADE.get(kind)}${n > 1 ? `_${n}` : ""}`;
}

// Returns initials and number as file names have them, such as TJH-004 or TJH-004_02.
function numberOf(ref) {
  const [initials, , number] = rpartition(ref || "EX/0", "/");
  const [whole, , frame] = partition(number, ".");
  return `${plainInitials(initials)}-${padded(whole, 3)}${frame ? `_${padded(frame, 2)}` : ""}`;
}

function plainInitials(text) {
  return text.replace(/[^A-Za-z0-9]/g, "").slice(0, 12) || "EX";
}

// Counts code points, as Python does.
function padded(text, digits) {
  return "0".repeat(Math.max(0, digits - [...text].length)) + text;
}

function endingOf(mime) {
  return ENDINGS.get(mime) ?? "bin";
}
