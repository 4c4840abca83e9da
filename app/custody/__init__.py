# SPDX-License-Identifier: MIT
"""Hash-chained records, Merkle tree, signed checkpoints. Pure: knows no vault."""
