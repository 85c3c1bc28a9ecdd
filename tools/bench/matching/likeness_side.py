"""The reference for Jaro-Winkler: rapidfuzz on the same pairs, compared to the last bit.

Prints one line of JSON. Run by `npm run bench:matching` when --python names a Python with rapidfuzz.
"""
import array
import json
import sys

import rapidfuzz
from rapidfuzz.distance import JaroWinkler

pairs, ours = sys.argv[1], array.array("d")
with open(sys.argv[2], "rb") as file:
    ours.frombytes(file.read())
count = different = 0
first = None
with open(pairs, encoding="utf-8", newline="\n") as file:
    for line in file:
        one, two = line.rstrip("\n").split("\t")
        if JaroWinkler.similarity(one, two) != ours[count]:
            different += 1
            first = first or [one, two, JaroWinkler.similarity(one, two), ours[count]]
        count += 1
print(
    json.dumps(
        {
            "engine": f"rapidfuzz {rapidfuzz.__version__}",
            "pairs": count,
            "given": len(ours),
            "different": different,
            "first": first,
        }
    )
)
