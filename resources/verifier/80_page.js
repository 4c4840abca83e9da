// SPDX-License-Identifier: MIT
// The page for an officer with a minute. Whatever comes from the package is put there as text, never as markup.

const MOST_SHOWN = 200;
const page = { running: null, picked: null, found: null };
const byId = (id) => document.getElementById(id);

// Returns an element with these classes and contents; a text is never read as markup.
function made(tag, look, ...contents) {
  const element = document.createElement(tag);
  if (look) element.className = look;
  element.append(...contents);
  return element;
}

// Returns what was typed into a field, or null if it is empty or no hash value, which is said beside it.
function typedIn(id, name) {
  const [text, said] = [byId(id).value.trim(), byId(`${id}-said`)];
  said.className = "said";
  said.textContent = "";
  if (!text) return null;
  try {
    typedHash(text, name);
    said.textContent = "64 characters: complete.";
    said.classList.add("good");
    return text;
  } catch (error) {
    passOn(error);
    const count = text.replace(/[^0-9A-Za-z]/g, "").length;
    said.textContent = `${count} of 64 characters so far. Only 0 to 9 and a to f.`;
    return undefined;
  }
}

// Both values, or null if one is begun and not finished.
function typedPaper() {
  const [root, key] = [typedIn("root", "root"), typedIn("key", "key fingerprint")];
  if (root !== undefined && key !== undefined) return { root, key };
  for (const [id, value] of [["root", root], ["key", key]]) {
    if (value === undefined) byId(`${id}-said`).className = "said bad";
  }
  byId(root === undefined ? "root" : "key").focus();
  return null;
}

async function check(picked) {
  const paper = typedPaper();
  page.picked = picked;
  if (paper === null) return;
  if (page.running) page.running.isCancelled = true;
  const running = { isCancelled: false };
  page.running = running;
  showWorking(running);
  try {
    page.found = await verify(picked, { ...paper, heard: (share) => hear(running, share) });
    showAnswer(answerCards(page.found));
  } catch (error) {
    page.found = null;
    const isKnown = error instanceof Unreadable || error instanceof Refused;
    const why = isKnown ? error.message : `${error.name}: ${error.message}`;
    if (running.isCancelled) showAnswer([], {});
    else showAnswer([unreadCard(why)], isKnown ? { unreadable: why } : { crashed: why });
  } finally {
    if (page.running === running) showDone();
  }
}

function hear(running, share) {
  if (running.isCancelled) throw new Cancelled("stopped");
  byId("progress").value = share;
  byId("progress-said").textContent = `Checking: ${Math.floor(share * 100)} %`;
}

function showWorking() {
  byId("answer").replaceChildren();
  delete document.body.dataset.answer;
  byId("compare").hidden = true;
  byId("compared").replaceChildren();
  byId("progress").value = 0;
  byId("progress-said").textContent = "Reading the package";
  byId("working").hidden = false;
}

function showDone() {
  page.running = null;
  byId("working").hidden = true;
  byId("compare").hidden = page.found === null || page.found.log === null;
}

// The answer stands in the page a second time, for programs that drive it, such as our tests.
function showAnswer(cards, unread) {
  byId("answer").replaceChildren(...cards);
  document.body.dataset.answer = JSON.stringify(unread ?? { ...page.found, log: undefined });
  if (cards.length) byId("answer").focus();
}

function unreadCard(why) {
  const card = verdictCard({ look: "differs", sign: "!", title: NOTHING_READ, text: `${why.slice(0, 200)}.` });
  card.append(made("p", "", "Choose the ZIP as it was handed over, or the folder that it was unpacked into."));
  return card;
}

function verdictCard({ look, sign, title, text }) {
  const mark = made("span", "sign", sign);
  mark.setAttribute("aria-hidden", "true");
  return made("section", `card verdict ${look}`, made("h2", "", mark, made("span", "", title)), made("p", "", text));
}

function answerCards(found) {
  const [serious, harmless] = [[], []];
  for (const one of found.findings) (HARMLESS.has(one.reason) ? harmless : serious).push(one);
  const verdict = verdictCard(outcomeWords(found));
  if (serious.length) {
    const title = serious.length === 1 ? "1 thing does not fit" : `${serious.length} things do not fit`;
    verdict.append(made("h3", "", title), findingList(serious));
  }
  if (harmless.length) verdict.append(systemFiles(harmless));
  return [verdict, fingerprintsCard(found), limitsCard(found)];
}

// Where both values were typed and yet it is no match, the reason is the browser, not the paper.
function outcomeWords(found) {
  const words = OUTCOMES.get(found.verdict);
  const isLimited = found.verdict === AGREES && found.notChecked.includes(NO_ED25519);
  return isLimited ? { ...words, text: `${words.text} ${SAID.get(NO_ED25519)}` } : words;
}

function findingList(findings) {
  const rows = findings.slice(0, MOST_SHOWN).map(({ reason, file }) => {
    return made("li", "", made("div", "file mono", shownName(file)), made("div", "", REASONS.get(reason)));
  });
  const more = findings.length - rows.length;
  if (more > 0) rows.push(made("li", "", `And ${more} more of the same kinds.`));
  return made("ul", "findings", ...rows);
}

function systemFiles(harmless) {
  const it = harmless.length === 1 ? "it is not evidence" : "they are not evidence";
  const title = `Your computer added ${filesCounted(harmless.length)}; ${it}`;
  return made("details", "", made("summary", "", title), findingList(harmless));
}

function fingerprintsCard(found) {
  const card = made("section", "card", made("h2", "", "Compare with the paper by eye"));
  const rows = [["Full fingerprint of the log (ROOT)", found.root], ["Fingerprint of the signing key (KEY)", found.fingerprint]];
  for (const [title, value] of rows) {
    const shown = value ? grouped(value) : "cannot be worked out from this package";
    card.append(made("h3", "", title), made("p", "hash", shown));
  }
  const records = found.log ? ` ${found.log.frontier.size} records in the log.` : "";
  card.append(made("p", "hint", `${filesCounted(found.filesRead)} read.${records}`));
  return card;
}

function limitsCard(found) {
  const card = made("section", "card", made("h2", "", "What this does not prove"));
  card.append(made("ul", "", ...NOT_PROVED.map((line) => made("li", "", line))));
  for (const anchor of found.anchors) {
    card.append(made("p", "", `Outside time: the first ${anchor.size} records existed by ${anchor.at} (${anchor.authority}).`));
  }
  const isFile = (line) => !line.includes(": ");
  const lines = found.notChecked.filter((line) => !isFile(line)).map((line) => SAID.get(line) ?? line);
  const files = found.notChecked.filter(isFile).map(shownName);
  if (files.length) lines.push(`What these say; only their hash values were compared: ${files.join(", ")}`);
  card.append(made("h3", "", "What was not checked"), made("ul", "", ...lines.map((line) => made("li", "", line))));
  return card;
}

// Says of files handed over by themselves whether the log knows exactly these bytes.
async function compareFiles(files) {
  const log = page.found?.log;
  for (const file of log ? files : []) {
    const row = made("li", "", made("span", "file mono", shownName(file.name)), ": working\u2026");
    byId("compared").append(row);
    const said = await knownAs(log, file);
    row.lastChild.textContent = `: ${said}`;
  }
}

async function knownAs(log, file) {
  let value;
  try {
    value = await sha256OfFile(file);
  } catch (error) {
    return `cannot be opened (${error.name}).`;
  }
  const ids = [...log.taken].filter(([, taken]) => taken.sha256 === value).map(([id]) => id);
  const refs = [...log.refs].filter(([, id]) => ids.includes(id)).map(([ref]) => shownName(ref));
  if (refs.length) return `is exactly exhibit ${refs.join(", ")}.`;
  const isKnown = log.bytesKnown().has(value);
  return isKnown ? "is in the log, made from exhibits." : "is not in the log. Even a copy saved anew has other bytes.";
}

// Returns {entries} of a folder that was picked; the browser puts the folder's own name before every path.
function pickedFolder(files) {
  return { entries: [...files].map((file) => ({ path: partition(file.webkitRelativePath, "/")[2], file })) };
}

// Returns what was dropped: a ZIP, or a folder with everything below it.
async function pickedDrop(transfer) {
  const dropped = transfer.items?.[0]?.webkitGetAsEntry?.();
  if (!dropped?.isDirectory) return transfer.files.length ? { file: transfer.files[0] } : null;
  const entries = [];
  await gatherEntries(dropped, "", entries);
  return { entries };
}

async function gatherEntries(folder, prefix, entries) {
  const reader = folder.createReader();
  const some = () => new Promise((done, failed) => reader.readEntries(done, failed));
  for (let batch = await some(); batch.length; batch = await some()) {
    for (const entry of batch) {
      const path = prefix + entry.name;
      if (entry.isDirectory) await gatherEntries(entry, `${path}/`, entries);
      else entries.push({ path, file: await new Promise((done, failed) => entry.file(done, failed)) });
    }
  }
}

function takesDrops(area, dropped) {
  const show = (isOver) => (event) => {
    event.preventDefault();
    area.classList.toggle("over-it", isOver);
  };
  area.addEventListener("dragover", show(true));
  area.addEventListener("dragleave", show(false));
  area.addEventListener("drop", (event) => {
    show(false)(event);
    dropped(event.dataTransfer);
  });
}

// Opens the browser's own dialog; emptied first, so that choosing the same again is heard.
function opens(button, input, picked) {
  byId(button).addEventListener("click", () => {
    byId(input).value = "";
    byId(input).click();
  });
  byId(input).addEventListener("change", () => byId(input).files.length && picked(byId(input).files));
}

function startPage() {
  opens("pick-zip", "zip", (files) => check({ file: files[0] }));
  opens("pick-folder", "folder", (files) => check(pickedFolder(files)));
  opens("pick-file", "file", compareFiles);
  takesDrops(byId("drop"), async (transfer) => {
    const picked = await pickedDrop(transfer);
    if (picked) check(picked);
  });
  takesDrops(byId("drop-file"), (transfer) => compareFiles([...transfer.files]));
  for (const event of ["dragover", "drop"]) document.addEventListener(event, (caught) => caught.preventDefault());
  byId("cancel").addEventListener("click", () => {
    if (page.running) page.running.isCancelled = true;
  });
  for (const id of ["root", "key"]) {
    byId(id).addEventListener("input", () => typedIn(id, id));
    byId(id).addEventListener("change", () => page.picked && check(page.picked));
  }
  document.body.dataset.ready = "yes";
}

startPage();
