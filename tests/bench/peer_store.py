# SPDX-License-Identifier: MIT
"""What many would write: mss.tools for the PNG, Pillow for the thumbnail, SQLCipher as it comes.

A process of its own: SQLCipher's settings are those of the process.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
import time

import mss
import mss.tools
from PIL import Image
from sqlcipher3 import dbapi2


def press(screen: mss.MSS, database: dbapi2.Connection) -> None:
    """Take the screen and keep it: picture, hash value, record, thumbnail."""
    shot = screen.grab(screen.monitors[0])
    data = mss.tools.to_png(shot.rgb, shot.size)
    record = json.dumps({"sha256": hashlib.sha256(data).hexdigest(), "at": time.time(), "size": len(data)})
    small = Image.open(io.BytesIO(data))
    small.thumbnail((320, 180))
    jpeg = io.BytesIO()
    small.save(jpeg, "JPEG", quality=85)
    database.execute("INSERT INTO capture VALUES (NULL, ?, ?, ?)", (data, record, jpeg.getvalue()))
    database.commit()


def main() -> None:
    """Press once for every line and say how long it took."""
    database = dbapi2.connect(sys.argv[1])
    database.execute("PRAGMA key = 'a passphrase for measuring'")
    database.execute("CREATE TABLE capture (id INTEGER PRIMARY KEY, data BLOB, record TEXT, thumbnail BLOB)")
    with mss.MSS() as screen:
        for _ in sys.stdin:
            before = time.process_time()
            press(screen, database)
            print((time.process_time() - before) * 1000, flush=True)
    database.close()


if __name__ == "__main__":
    main()
