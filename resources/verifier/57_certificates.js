// SPDX-License-Identifier: MIT
// Certificates of time authorities: their parts, their signatures, and the chain up to a root that is pinned.
// No certificate is trusted because it says so. Mirrors app/custody/certificates.py.
// Source: RFC 5280, sections 4.1, 4.2 and 6.1; RFC 5758 and RFC 8017 (algorithms of signatures).

class Untrusted extends Error {} // the chain does not lead to a root that is pinned

const HASH_NAMES = new Map([
  ["2.16.840.1.101.3.4.2.1", "SHA-256"],
  ["2.16.840.1.101.3.4.2.2", "SHA-384"],
  ["2.16.840.1.101.3.4.2.3", "SHA-512"],
]);
const RSA = "1.2.840.113549.1.1.1";
const PSS = "1.2.840.113549.1.1.10";
const MGF1 = "1.2.840.113549.1.1.8";
const SIGNED_BY_RSA = new Map([
  ["1.2.840.113549.1.1.11", "SHA-256"],
  ["1.2.840.113549.1.1.12", "SHA-384"],
  ["1.2.840.113549.1.1.13", "SHA-512"],
]);
const EC = "1.2.840.10045.2.1";
const SIGNED_BY_EC = new Map([
  ["1.2.840.10045.4.3.2", "SHA-256"],
  ["1.2.840.10045.4.3.3", "SHA-384"],
  ["1.2.840.10045.4.3.4", "SHA-512"],
]);
const CURVES = new Map([
  ["1.2.840.10045.3.1.7", { namedCurve: "P-256", size: 32 }],
  ["1.3.132.0.34", { namedCurve: "P-384", size: 48 }],
  ["1.3.132.0.35", { namedCurve: "P-521", size: 66 }],
]);
const LEAST_RSA_DIGITS = 512; // 2048 bits
const BASIC_CONSTRAINTS = "2.5.29.19";
const KEY_USAGE = "2.5.29.15";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const UNDERSTOOD = new Set([BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_KEY_USAGE]);
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const USE = { sign: 0x80, commit: 0x40, signCertificates: 0x04 }; // Source: RFC 5280, section 4.2.1.3
const MOST_CERTIFICATES = 8;
const NOTHING = Uint8Array.of(5, 0); // the NULL that may stand where a hash has no parameters
const [X509_VERSION, X509_EXTENSIONS] = [0xa0, 0xa3];

// Returns the parts of a certificate that decide; throws Refused where it is none.
function readCertificate(bytes) {
  const whole = derParts(readDer(bytes), TAG.sequence, TAG.sequence, TAG.bits);
  if (whole.length !== 3) throw new Refused("not a certificate");
  const [signed, algorithm, signature] = whole;
  const kinds = [X509_VERSION, TAG.integer, ...Array(5).fill(TAG.sequence)];
  const found = derParts(signed, ...kinds);
  const [, serial, innerAlgorithm, issuer, validity, subject, key] = found;
  const times = derInside(validity);
  if (!isAlike(innerAlgorithm.raw, algorithm.raw) || times.length !== 2) throw new Refused("not a certificate");
  return {
    raw: bytes,
    signed: signed.raw,
    algorithm,
    signature: derBits(signature),
    serial: derNumber(serial),
    issuer: toHex(issuer.raw),
    subject: toHex(subject.raw),
    notBeforeMs: derTimeMs(times[0]),
    notAfterMs: derTimeMs(times[1]),
    key,
    extensions: readExtensions(found.slice(kinds.length)),
  };
}

// The certificate may sign time stamps, only those, and was valid then. Source: RFC 3161, section 2.3.
function checkSigner(signer, atMs) {
  checkValid(signer, atMs);
  const isCritical = signer.extensions.get(EXTENDED_KEY_USAGE)?.isCritical ?? false;
  const purposes = purposesOf(signer);
  if (!isCritical || purposes.length !== 1 || purposes[0] !== TIME_STAMPING) {
    throw new Refused("not a certificate for time stamps");
  }
  if (!mayBeUsed(signer, USE.sign | USE.commit)) throw new Refused("not a key that signs");
}

// Returns the pinned root to which the chain of this signer leads, every link checked at this time.
// Throws Untrusted where the names in it lead to no pinned root, Refused where a link does not hold.
async function checkChain(signer, others, roots, atMs) {
  const pinned = new Map(roots.map((root) => [root.subject, root]));
  let [link, below] = [signer, 0];
  for (let step = 0; step < MOST_CERTIFICATES; step += 1) {
    const from = link;
    const root = pinned.get(from.issuer);
    const isAbove = (one) => one.subject === from.issuer && from.issuer !== from.subject;
    const issuer = root ?? others.find(isAbove);
    if (issuer === undefined) throw new Untrusted("the chain leads to no root that is known");
    await checkLink(link, issuer, atMs, below);
    if (root !== undefined) return root;
    [link, below] = [issuer, below + 1];
  }
  throw new Untrusted("the chain is too long");
}

// The signature over these bytes is that of this key; digest says which hash, where that is left open.
async function checkSigned(key, algorithm, digest, signature, bytes) {
  const [kind, parameters] = derParts(derParts(key, TAG.sequence)[0], TAG.oid);
  const name = derName(derParts(algorithm, TAG.oid)[0]);
  let scheme;
  let plain = signature;
  if (derName(kind) === EC && SIGNED_BY_EC.has(name)) {
    const curve = CURVES.get(parameters ? derName(parameters) : "");
    plain = rawNumbers(signature, curve?.size ?? 0);
    scheme = { name: "ECDSA", namedCurve: curve.namedCurve, hash: SIGNED_BY_EC.get(name) };
  } else if (derName(kind) === RSA) {
    checkSize(key);
    scheme = rsaScheme(name, algorithm, digest);
  } else {
    throw new Refused("a kind of key that is not known");
  }
  const isSo = await verifiesBy(scheme, key.raw, plain, bytes).catch(() => false);
  if (!isSo) throw new Refused("the signature does not fit");
}

async function verifiesBy(scheme, spki, signature, bytes) {
  const key = await crypto.subtle.importKey("spki", spki, scheme, false, ["verify"]);
  return crypto.subtle.verify(scheme, key, signature, bytes);
}

// Returns how an RSA signature was made, and over which hash.
function rsaScheme(name, algorithm, digest) {
  if (name === PSS) return pssScheme(algorithm);
  const hash = name === RSA ? digest : SIGNED_BY_RSA.get(name);
  if (!hash) throw new Refused("a way of signing that is not known");
  return { name: "RSASSA-PKCS1-v1_5", hash };
}

// Returns hash and length of the salt of RSASSA-PSS; both hashes must be one. Source: RFC 8017, A.2.3.
function pssScheme(algorithm) {
  const parts = derParts(algorithm, TAG.oid, TAG.sequence);
  if (parts.length !== 2) throw new Refused("a way of signing that is not known");
  const given = new Map(derInside(parts[1]).map((node) => [node.tag, derInside(node)]));
  const isWhole = given.size === 3 && [0xa0, 0xa1, 0xa2].every((tag) => given.get(tag)?.length === 1);
  if (!isWhole) throw new Refused("a way of signing that is not known");
  const hash = hashName(given.get(0xa0)[0]);
  const mask = derParts(given.get(0xa1)[0], TAG.oid, TAG.sequence);
  if (mask.length !== 2 || derName(mask[0]) !== MGF1 || hashName(mask[1]) !== hash) {
    throw new Refused("a way of signing that is not known");
  }
  return { name: "RSA-PSS", hash, saltLength: derSmall(given.get(0xa2)[0]) };
}

// Returns which hash an AlgorithmIdentifier names, by the browser's name for it.
function hashName(algorithm) {
  const [named, ...more] = derParts(algorithm, TAG.oid);
  const name = HASH_NAMES.get(derName(named));
  const isPlain = more.length === 0 || (more.length === 1 && isAlike(more[0].raw, NOTHING));
  if (name === undefined || !isPlain) throw new Refused("a hash that is not known");
  return name;
}

// Returns both numbers of an ECDSA signature side by side, as WebCrypto takes them.
function rawNumbers(signature, size) {
  const both = derInside(readDer(signature)).map(derNumber);
  const fits = size > 0 && both.length === 2 && both.every((one) => one.length <= 2 * size);
  if (!fits) throw new Refused("not a signature of this curve");
  return fromHex(both.map((one) => one.padStart(2 * size, "0")).join(""));
}

function checkSize(key) {
  const held = derInside(key)[1];
  if (held === undefined) throw new Refused("not a key");
  const modulus = derNumber(derParts(readDer(derBits(held)), TAG.integer)[0]);
  if (modulus.length < LEAST_RSA_DIGITS) throw new Refused("the key is too short");
}

// The issuer signed the link, was allowed to, and was valid then.
async function checkLink(link, issuer, atMs, below) {
  checkValid(issuer, atMs);
  const purposes = purposesOf(issuer);
  if (!isAuthority(issuer, below) || !mayBeUsed(issuer, USE.signCertificates)) {
    throw new Refused("not a certificate that signs others");
  }
  if (purposes.length && !purposes.includes(TIME_STAMPING)) throw new Refused("not for time stamps");
  await checkSigned(issuer.key, link.algorithm, "", link.signature, link.signed);
}

// It was valid then, and holds no condition that we do not understand.
function checkValid(certificate, atMs) {
  const { notBeforeMs, notAfterMs, extensions } = certificate;
  if (atMs < notBeforeMs || atMs > notAfterMs) throw new Refused("not valid at that time");
  const isStrange = [...extensions].some(([name, one]) => one.isCritical && !UNDERSTOOD.has(name));
  if (isStrange) throw new Refused("a condition that is not known");
}

// Whether it may sign certificates with so many others of that kind below it.
function isAuthority(certificate, below) {
  const held = certificate.extensions.get(BASIC_CONSTRAINTS);
  const found = held ? derInside(readDer(held.value)) : [];
  if (found[0]?.tag !== TAG.boolean || !isAlike(found[0].body, [0xff])) return false;
  return found.length === 1 || derSmall(found[1]) >= below;
}

// Whether the key may be used for one of these; without a word on it, for all.
function mayBeUsed(certificate, wanted) {
  const held = certificate.extensions.get(KEY_USAGE);
  if (!held) return true;
  const { body } = readDer(held.value, TAG.bits);
  return body.length > 1 && (body[1] & wanted) !== 0;
}

function purposesOf(certificate) {
  const held = certificate.extensions.get(EXTENDED_KEY_USAGE);
  return held ? derInside(readDer(held.value)).map(derName) : [];
}

// Returns the extensions, which stand last; no kind twice.
function readExtensions(rest) {
  const listed = rest.find((node) => node.tag === X509_EXTENSIONS);
  const found = new Map();
  for (const node of listed ? derInside(readDer(listed.body)) : []) {
    const [named, ...more] = derParts(node, TAG.oid);
    const name = derName(named);
    const isCritical = more.length === 2 && more[0].tag === TAG.boolean && isAlike(more[0].body, [0xff]);
    const isRight = more.at(-1)?.tag === TAG.octets && (more.length === 2) === isCritical && more.length <= 2;
    if (!isRight || found.has(name)) throw new Refused("not an extension");
    found.set(name, { isCritical, value: more.at(-1).body });
  }
  return found;
}
