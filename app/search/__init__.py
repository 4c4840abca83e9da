# SPDX-License-Identifier: MIT
"""Search in the words that were read in pictures, and facts that stand in them."""
