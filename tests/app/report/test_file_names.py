# SPDX-License-Identifier: MIT
"""The file is called on paper as it is in the package."""

from pathlib import PurePosixPath

from app.package.names import exhibit_file
from app.report.file_names import exhibit_file_name


def test_the_report_names_the_file_as_the_package_does(sample):
    for exhibit in sample[0].all_exhibits:
        assert exhibit_file_name(exhibit) == PurePosixPath(exhibit_file(exhibit.record)).name
