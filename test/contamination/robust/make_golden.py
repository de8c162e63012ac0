"""make_golden.py: writes fixtures/digits.json, every decimal digit of this Python's Unicode with its value."""
import json
import os
import sys
import unicodedata

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures")

digits = [
    [point, unicodedata.decimal(chr(point))]
    for point in range(sys.maxunicode + 1)
    if unicodedata.category(chr(point)) == "Nd"
]
with open(os.path.join(HERE, "digits.json"), "w") as file:
    json.dump(digits, file, separators=(",", ":"))
    file.write("\n")
