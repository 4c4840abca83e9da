# SPDX-License-Identifier: MIT
"""The whole job on an invented case, with a real window on a real screen."""
