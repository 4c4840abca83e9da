// SPDX-License-Identifier: MIT
// Time stamps: what an answer of a time authority says, and whether it is one to the question beside it.
// Every field that counts is under the authority's signature, or compared. Mirrors app/custody/tokens.py.
// Source: RFC 3161, section 2.4; RFC 5816; RFC 5652, sections 5.1 to 5.6 (CMS).

const MOST_STAMP_BYTES = 64 * 1024; // a token with its chain is about 6 kB
const GRANTED = 0;
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const TIME_STAMP = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_2 = "1.2.840.113549.1.9.16.2.47";
const HELD = 0xa0; // content, attributes and certificates all stand under [0]
const [MILLIS, MICROS] = [0x80, 0x81];

// Returns {imprint, nonce} of a request; throws Refused where it is none of the kind that we make.
function readQuestion(bytes) {
  const kinds = [TAG.integer, TAG.sequence, TAG.integer, TAG.boolean];
  const found = derParts(readDer(bytes), ...kinds);
  const isOurs = found.length === kinds.length && derSmall(found[0]) === 1 && isAlike(found[3].body, [0xff]);
  if (!isOurs) throw new Refused("not a question for a time stamp");
  return { imprint: readImprint(found[1]), nonce: derNumber(found[2]) };
}

// Returns what the answer says, every part of it checked against the question and the pinned roots.
// Throws Refused where it is no answer to this question or does not hold, Untrusted where nobody knows it.
async function checkToken(bytes, question, roots) {
  const signed = signedData(bytes);
  const content = stampedContent(signed);
  const info = readInfo(content);
  const isAnswer = info.imprint === question.imprint && info.nonce === question.nonce;
  if (!isAnswer) throw new Refused("an answer to another question");
  const certificates = certificatesIn(signed);
  const signer = readSigner(signed);
  const isSigners = (one) => one.issuer === signer.issuer && one.serial === signer.serial;
  const certificate = certificates.find(isSigners);
  if (certificate === undefined) throw new Refused("the signer's certificate is missing");
  await checkAttributes(signer, content, certificate);
  await checkSigned(certificate.key, signer.algorithm, signer.digest, signer.signature, signer.signed);
  checkSigner(certificate, info.atMs);
  const root = await checkChain(certificate, certificates, roots, info.atMs);
  return { ...info, root };
}

// Returns the parts of the signed data of an answer that grants a time stamp.
function signedData(bytes) {
  if (bytes.length > MOST_STAMP_BYTES) throw new Refused("too large");
  const [status, token] = derTwo(readDer(bytes));
  if (derSmall(derParts(status, TAG.integer)[0]) !== GRANTED) throw new Refused("no time stamp was granted");
  const [kind, held] = derTwo(token);
  if (derName(kind) !== SIGNED_DATA || held.tag !== HELD) throw new Refused("not a time stamp");
  return derParts(readDer(held.body), TAG.integer, TAG.set, TAG.sequence, HELD);
}

// Returns the bytes that were stamped and signed.
function stampedContent(signed) {
  const [kind, held] = derTwo(signed[2]);
  if (derName(kind) !== TIME_STAMP || held.tag !== HELD) throw new Refused("not a time stamp");
  return readDer(held.body, TAG.octets).body;
}

// Returns what the token says. Source: RFC 3161, section 2.4.2, TSTInfo.
function readInfo(content) {
  const kinds = [TAG.integer, TAG.oid, TAG.sequence, TAG.integer, TAG.generalizedTime];
  const found = derParts(readDer(content), ...kinds);
  if (derSmall(found[0]) !== 1) throw new Refused("another version of time stamp");
  const rest = found.slice(kinds.length);
  const more = new Map(rest.map((node) => [node.tag, node]));
  if (more.size !== rest.length) throw new Refused("a part twice");
  if (more.has(TAG.sequence)) checkAccuracy(more.get(TAG.sequence));
  return {
    policy: derName(found[1]),
    imprint: readImprint(found[2]),
    serial: derNumber(found[3]),
    atMs: derTimeMs(found[4]),
    nonce: more.has(TAG.integer) ? derNumber(more.get(TAG.integer)) : null,
  };
}

function checkAccuracy(node) {
  const known = [TAG.integer, MILLIS, MICROS];
  const isRight = derInside(node).every((one) => known.includes(one.tag) && one.body.length <= 3);
  if (!isRight) throw new Refused("not an accuracy");
}

// Returns the hash value that is stamped, in hexadecimal digits; SHA-256 and no other.
function readImprint(node) {
  const [algorithm, value] = derTwo(node);
  if (hashName(algorithm) !== "SHA-256" || value.tag !== TAG.octets) throw new Refused("not SHA-256");
  return toHex(value.body);
}

function certificatesIn(signed) {
  const found = derInside(signed[3]).map((node) => readCertificate(node.raw));
  if (!found.length || found.length > MOST_CERTIFICATES) throw new Refused("no certificates, or too many");
  return found;
}

// Returns the one signer. Source: RFC 5652, section 5.3.
function readSigner(signed) {
  const signers = derInside(signed.at(-1));
  if (signed.at(-1).tag !== TAG.set || signers.length !== 1) throw new Refused("not one signer");
  const kinds = [TAG.integer, TAG.sequence, TAG.sequence, HELD, TAG.sequence, TAG.octets];
  const [, name, digest, attributes, algorithm, signature] = derParts(signers[0], ...kinds);
  const [issuer, serial] = derTwo(name);
  const held = new Map();
  for (const node of derInside(attributes)) {
    const [kind, values] = derTwo(node);
    const isOne = values.tag === TAG.set && derInside(values).length === 1 && !held.has(derName(kind));
    if (!isOne) throw new Refused("not a signed attribute");
    held.set(derName(kind), derInside(values)[0]);
  }
  const asSigned = joined([Uint8Array.of(TAG.set), attributes.raw.subarray(1)]); // RFC 5652, section 5.4
  return {
    issuer: toHex(issuer.raw),
    serial: derNumber(serial),
    digest: hashName(digest),
    attributes: held,
    signed: asSigned,
    algorithm,
    signature: signature.body,
  };
}

// What is signed is a time stamp with this content, by this certificate and no other.
async function checkAttributes(signer, content, certificate) {
  const [kind, digest] = [signer.attributes.get(CONTENT_TYPE), signer.attributes.get(MESSAGE_DIGEST)];
  if (kind === undefined || derName(kind) !== TIME_STAMP) throw new Refused("signed as something else");
  const isContent = digest?.tag === TAG.octets && isAlike(digest.body, await hashed(signer.digest, content));
  if (!isContent) throw new Refused("not the content that was signed");
  const newer = signer.attributes.get(SIGNING_CERTIFICATE_2);
  const older = signer.attributes.get(SIGNING_CERTIFICATE);
  if (newer === undefined && older === undefined) throw new Refused("the signer does not name its certificate");
  const named = firstNamed(newer ?? older);
  const hasHash = newer !== undefined && named[0].tag === TAG.sequence;
  let used = "SHA-1"; // the older name is of SHA-1; it is the signature that counts
  if (newer !== undefined) used = hasHash ? hashName(named[0]) : "SHA-256";
  const value = named[hasHash ? 1 : 0];
  const isIts = value.tag === TAG.octets && isAlike(value.body, await hashed(used, certificate.raw));
  if (!isIts) throw new Refused("signed by another certificate");
}

// Returns the parts of the first ESSCertID: that of the signer. Source: RFC 5035, sections 3 and 4.
function firstNamed(node) {
  const listed = derParts(node, TAG.sequence)[0];
  const found = derInside(derParts(listed, TAG.sequence)[0]);
  const least = found[0]?.tag === TAG.sequence ? 2 : 1;
  if (found.length < least) throw new Refused("not the name of a certificate");
  return found;
}

async function hashed(name, bytes) {
  return new Uint8Array(await crypto.subtle.digest(name, bytes));
}

function derTwo(node) {
  const found = derParts(node);
  if (found.length !== 2) throw new Refused("not two parts");
  return found;
}
