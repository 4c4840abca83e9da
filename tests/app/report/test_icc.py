# SPDX-License-Identifier: MIT
"""The profile is sRGB as others have it, and small."""

import io
import struct
from itertools import product

from PIL import Image, ImageCms

from app.report.icc import srgb


def test_colours_are_those_of_another_srgb_but_for_a_rounding():
    """A level of 255 at most, in one value of five hundred."""
    values = [*range(0, 256, 15), 1, 254]
    image = Image.new("RGB", (len(values) ** 2, len(values)))
    image.putdata(list(product(values, repeat=3)))
    ours, theirs = ImageCms.ImageCmsProfile(io.BytesIO(srgb())), ImageCms.createProfile("sRGB")
    seen = ImageCms.profileToProfile(image, ours, theirs)
    differs = [abs(a - b) for a, b in zip(seen.tobytes(), image.tobytes(), strict=True)]
    assert max(differs) <= 1
    assert sum(differs) <= len(differs) / 500


def test_it_is_an_old_small_profile_of_a_display_without_a_clock():
    data = srgb()
    assert struct.unpack(">I", data[:4])[0] == len(data) < 3000
    assert data[8:12] == b"\x02\x10\x00\x00"
    assert data[12:24] == b"mntrRGB XYZ "
    assert struct.unpack(">6H", data[24:36]) == (2000, 1, 1, 0, 0, 0)
    assert "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(data)))


def test_every_tag_lies_inside_the_file_at_a_multiple_of_four():
    data = srgb()
    (count,) = struct.unpack(">I", data[128:132])
    for n in range(count):
        _, at, size = struct.unpack(">4sII", data[132 + 12 * n : 144 + 12 * n])
        assert at % 4 == 0
        assert at + size <= len(data)
