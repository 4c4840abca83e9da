// SPDX-License-Identifier: MIT
// Plain JSON values against what a record must look like. Mirrors app/plain.py; the shapes are in 15_shapes.js.

// Returns the value with what was left out filled in; throws Refused if a key is unknown or missing, or a
// value does not fit. With isWhole nothing may be left out.
function fromPlain(kind, value, isWhole = false) {
  if (typeof kind === "string") return plainValue(kind, value);
  const [form, inner] = Object.entries(kind)[0];
  if (form === "maybe") return value === null ? null : fromPlain(inner, value, isWhole);
  if (form === "choice") return chosen(CHOICES[inner], value);
  if (form === "shape") return shaped(SHAPES[inner], value, isWhole);
  if (form === "map") return mapped(inner, value, isWhole);
  if (!Array.isArray(value)) throw new Refused("not a list");
  if (form === "rows") return value.map((one) => fromPlain(inner, one, isWhole));
  if (value.length !== inner.length) throw new Refused("a list of another length");
  return value.map((one, at) => fromPlain(inner[at], one, isWhole));
}

function plainValue(kind, value) {
  const isRight =
    (kind === "text" && typeof value === "string") ||
    (kind === "whole" && typeof value === "number") || // canonical JSON has whole numbers only
    (kind === "truth" && typeof value === "boolean") ||
    (kind === "moment" && isMoment(value));
  if (!isRight) throw new Refused(`not ${kind}`);
  return value;
}

// Whether it is a time in the one form records have: UTC, milliseconds, a day that there was.
function isMoment(value) {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)) return false;
  const at = new Date(value);
  return !value.startsWith("0000") && !Number.isNaN(at.getTime()) && at.toISOString() === value;
}

function chosen(choices, value) {
  if (!choices.includes(value)) throw new Refused("not one of the choices");
  return value;
}

function mapped(inner, value, isWhole) {
  if (!isObject(value)) throw new Refused("not an object");
  for (const key of Object.keys(value)) fromPlain(inner, value[key], isWhole);
  return value;
}

function shaped(fields, value, isWhole) {
  if (!isObject(value)) throw new Refused("not an object");
  const found = Object.create(null);
  for (const [name, kind, byDefault] of fields) {
    if (name in value) found[name] = fromPlain(kind, value[name], isWhole);
    else if (byDefault === undefined || isWhole) throw new Refused("a key is missing");
    else found[name] = byDefault;
  }
  if (Object.keys(value).some((key) => !(key in found))) throw new Refused("an unknown key");
  return found;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
