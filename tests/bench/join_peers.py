# SPDX-License-Identifier: MIT
"""What others would join two frames with: phase correlation, ORB with RANSAC, a template, all of OpenCV.

Each gets grey pictures and says the shift, or ``None`` if it finds none; the limits are kind to it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tests.fakes.chats import Shot

LEAST_RESPONSE = 0.1
FEATURES, LEAST_INLIERS, MOST_ASIDE_PX = 1000, 20, 2
LEAST_SCORE, BAND_SHARES, BAND_HEIGHT = 0.95, (0.2, 0.7), 0.1


def grey(shot: Shot) -> NDArray[np.uint8]:
    """Return the frame in shades of grey."""
    frame = shot.frame
    pixels = np.frombuffer(frame.bgra, np.uint8).reshape(frame.height_px, frame.width_px, 4)
    shades: NDArray[np.uint8] = cv2.cvtColor(pixels, cv2.COLOR_BGRA2GRAY)  # type: ignore[assignment]
    return shades


def phase(first: NDArray[Any], second: NDArray[Any]) -> int | None:
    """Return the shift of the highest peak of the phase correlation."""
    one, other = first.astype(np.float32), second.astype(np.float32)
    (aside, down), response = cv2.phaseCorrelate(one, other, _window(*one.shape))
    return -round(down) if response >= LEAST_RESPONSE and abs(aside) < MOST_ASIDE_PX else None


@cache
def _window(height: int, width: int) -> NDArray[np.float32]:
    return cv2.createHanningWindow((width, height), cv2.CV_32F)  # type: ignore[return-value]


def orb(first: NDArray[Any], second: NDArray[Any]) -> int | None:
    """Return the shift that most matches of corners agree on."""
    finder = cv2.ORB.create(FEATURES)
    places, marks = zip(*(finder.detectAndCompute(one, None) for one in (first, second)), strict=True)
    if any(found is None or len(found) < LEAST_INLIERS for found in marks):
        return None
    matches = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(*marks)
    ends = [
        np.array([places[side][one.queryIdx if not side else one.trainIdx].pt for one in matches])
        for side in (0, 1)
    ]
    if len(matches) < LEAST_INLIERS:
        return None
    cv2.setRNGSeed(1)
    way, inliers = cv2.estimateAffinePartial2D(*ends, method=cv2.RANSAC, ransacReprojThreshold=2)
    if way is None or int(inliers.sum()) < LEAST_INLIERS or abs(way[0, 2]) > MOST_ASIDE_PX:
        return None
    return -round(float(way[1, 2]))


def template(first: NDArray[Any], second: NDArray[Any]) -> int | None:
    """Return the shift at which a band of the first, a tenth of its height, is found best in the second."""
    height = first.shape[0]
    found = []
    for share in BAND_SHARES:
        top = int(height * share)
        band = first[top : top + int(height * BAND_HEIGHT)]
        if band.std() < 1:
            continue
        scores = cv2.matchTemplate(second, band, cv2.TM_CCOEFF_NORMED)
        _, score, _, place = cv2.minMaxLoc(scores)
        found.append((score, top - place[1]))
    score, shift = max(found, default=(0.0, 0))
    return shift if score >= LEAST_SCORE else None


PEERS: dict[str, Callable[[NDArray[Any], NDArray[Any]], int | None]] = {
    "phase correlation": phase,
    "ORB + RANSAC": orb,
    "template": template,
}
