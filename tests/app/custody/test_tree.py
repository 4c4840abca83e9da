# SPDX-License-Identifier: MIT
from __future__ import annotations

import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.custody.log import leaf_hash
from app.custody.tree import (
    EMPTY_ROOT,
    Frontier,
    Levels,
    consistency_proof,
    inclusion_proof,
    root_of,
    verify_consistency,
    verify_inclusion,
)
from app.errors import BadInput

# Source: the test vectors of Certificate Transparency's own implementations (merkle_tree_test).
INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
LEAVES = tuple(leaf_hash(bytes.fromhex(text)) for text in INPUTS)
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
SIZES = st.integers(1, 70)


def leaves(size: int) -> list[str]:
    """Return so many different leaves."""
    return [hashlib.sha256(f"{n}".encode()).hexdigest() for n in range(size)]


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_certificate_transparency(size):
    assert root_of(LEAVES[:size]) == ROOTS[size - 1]


def test_inclusion_proofs_are_those_of_certificate_transparency():
    assert inclusion_proof(LEAVES[:1], 0) == ()
    assert inclusion_proof(LEAVES, 0) == (
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    )
    assert inclusion_proof(LEAVES[:3], 2) == (
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    )


def test_consistency_proofs_are_those_of_certificate_transparency():
    assert consistency_proof(LEAVES, 8) == ()
    assert consistency_proof(LEAVES, 6) == (
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    )


def test_the_root_of_nothing_is_the_hash_value_of_nothing():
    assert root_of([]) == EMPTY_ROOT == Frontier().root == hashlib.sha256(b"").hexdigest()


def test_a_frontier_grows_to_the_same_roots():
    frontier = Frontier()
    for size, leaf in enumerate(leaves(200), start=1):
        frontier = frontier.append(leaf)
        assert frontier.root == root_of(leaves(size))
        assert frontier == Frontier(size, frontier.peaks)


@pytest.mark.parametrize(
    ("size", "peaks"), [(1, ()), (0, ("ab" * 32,)), (3, ("ab" * 32,)), (-1, ("ab" * 32,))]
)
def test_a_frontier_whose_parts_do_not_fit_is_refused(size, peaks):
    with pytest.raises(BadInput):
        Frontier(size, peaks)


@given(SIZES, st.data())
def test_inclusion_is_proved_for_the_leaf_at_its_place_only(size, data):
    many = leaves(size)
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(many, index)
    assert verify_inclusion(many[index], index, size, proof, root_of(many))
    assert verify_inclusion(many[other], index, size, proof, root_of(many)) == (other == index)
    assert not verify_inclusion(many[index], index, size, [*proof, many[0]], root_of(many))
    assert not verify_inclusion(many[index], index, size, proof, many[0]) or size == 1
    assert not verify_inclusion(many[index], size, size, proof, root_of(many))
    if proof:
        assert not verify_inclusion(many[index], index, size, proof[:-1], root_of(many))


@given(SIZES, st.data())
def test_consistency_is_proved_for_the_true_beginning_only(size, data):
    many = leaves(size)
    old_size = data.draw(st.integers(1, size))
    old, new = root_of(many[:old_size]), root_of(many)
    proof = consistency_proof(many, old_size)
    assert verify_consistency(old_size, size, old, new, proof)
    assert not verify_consistency(old_size, size, "ab" * 32, new, proof)
    assert not verify_consistency(old_size, size, old, "ab" * 32, proof)
    assert not verify_consistency(old_size, size, old, new, [*proof, "ab" * 32])
    assert not verify_consistency(size + 1, size, old, new, proof)
    if proof:
        assert not verify_consistency(old_size, size, old, new, proof[:-1])


def test_an_empty_proof_proves_nothing() -> None:
    many = leaves(7)
    assert not verify_consistency(3, 7, root_of(many[:3]), root_of(many), [])
    assert not verify_consistency(4, 7, root_of(many[:4]), root_of(many), [])


def test_there_is_no_proof_for_what_is_not_there():
    with pytest.raises(BadInput):
        inclusion_proof(leaves(3), 3)
    with pytest.raises(BadInput):
        inclusion_proof([], 0)
    with pytest.raises(BadInput):
        consistency_proof(leaves(3), 4)
    with pytest.raises(BadInput):
        consistency_proof(leaves(3), 0)


def test_every_leaf_of_every_small_tree_has_its_proof():
    for size in range(1, 66):
        many = leaves(size)
        tree = Levels(many)
        assert tree.root == root_of(many)
        for index, leaf in enumerate(many):
            assert verify_inclusion(leaf, index, size, tree.inclusion_proof(index), tree.root)


@given(SIZES, st.data())
def test_a_proof_with_one_changed_digit_proves_nothing(size, data):
    many = leaves(size + 1)
    index = data.draw(st.integers(0, size))
    proof = list(inclusion_proof(many, index))
    which, place = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 63))
    proof[which] = changed(proof[which], place, data)
    assert not verify_inclusion(many[index], index, size + 1, proof, root_of(many))


@given(SIZES, st.data())
def test_a_changed_digit_anywhere_in_a_proof_of_consistency_is_caught(size, data):
    many = leaves(size + 1)
    old_size = data.draw(st.integers(1, size))
    old, new = root_of(many[:old_size]), root_of(many)
    proof = list(consistency_proof(many, old_size))
    which, place = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 63))
    proof[which] = changed(proof[which], place, data)
    assert not verify_consistency(old_size, size + 1, old, new, proof)


def test_the_empty_tree_has_a_root_and_no_proof():
    assert Levels([]).root == EMPTY_ROOT
    with pytest.raises(BadInput):
        Levels([]).inclusion_proof(0)


def test_every_proof_of_ten_thousand_leaves_takes_less_than_a_second():
    many = leaves(10_000)
    began = time.process_time()
    tree = Levels(many)
    proofs = [tree.inclusion_proof(index) for index in range(len(many))]
    assert time.process_time() - began < 1
    assert all(verify_inclusion(many[i], i, 10_000, proofs[i], tree.root) for i in (0, 4097, 9_999))


def changed(node: str, place: int, data) -> str:
    """Return the node with another digit at this place."""
    digit = data.draw(st.sampled_from("0123456789abcdef").filter(lambda one: one != node[place]))
    return node[:place] + digit + node[place + 1 :]
