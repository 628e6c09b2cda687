"""A name for a model's weights, in the same short time for a small file and a big one.

Knows nothing of models.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

SAMPLES = 256
SAMPLE = 4096


def weights_digest(file: Path) -> str:
    """Return "sampled:" and the SHA-256, in hexadecimal, of a file's length and of samples from its start to its end.

    A file of up to 1 MiB is taken whole. It tells apart what is trained, merged or quantized differently, for that
    changes weights everywhere; it is no protection from someone who wants two files to look the same.
    """
    size = file.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with file.open("rb") as stream:
        if size <= SAMPLES * SAMPLE:
            digest.update(stream.read())
        else:
            for number in range(SAMPLES):
                stream.seek(number * (size - SAMPLE) // (SAMPLES - 1))
                digest.update(stream.read(SAMPLE))
    return f"sampled:{digest.hexdigest()}"
