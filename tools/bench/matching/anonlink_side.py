"""The other side of the race of bit fields: anonlink's own compiled Dice on the same fields.

Prints one line of JSON. Run by `npm run bench:matching` when --python names a Python with anonlink.
"""
import json
import resource
import sys
import time

from anonlink.similarities import dice_coefficient
from bitarray import bitarray


def fields(path):
    data = open(path, "rb").read()
    made = []
    for at in range(0, len(data), 128):
        field = bitarray()
        field.frombytes(data[at : at + 128])
        made.append(field)
    return made


left, right, threshold = fields(sys.argv[1]), fields(sys.argv[2]), float(sys.argv[3])
before = resource.getrusage(resource.RUSAGE_SELF)
started = time.perf_counter()
found = dice_coefficient((left, right), threshold, k=None)
ended = time.perf_counter()
after = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "engine": "anonlink",
            "seconds": ended - started,
            "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
            "found": len(found[0]),
        }
    )
)
