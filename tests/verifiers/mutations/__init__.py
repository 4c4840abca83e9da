# SPDX-License-Identifier: MIT
"""Packages changed by honest and by dishonest hands, each with what a check must say of it at least."""
