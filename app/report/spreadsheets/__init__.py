# SPDX-License-Identifier: MIT
"""The facts as tables for programs and spreadsheets: files in the package, attachments in the report."""
