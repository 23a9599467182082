#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Builds the runtime that an upgrade is rehearsed with: this tree's, with the next spec_version and
# the migration in zombienet/rehearsal.rs, which takes thirty blocks. Sources, node and metadata stay
# as they are: it is compiled for wasm alone, from a copy.
#
#     scripts/next-runtime.sh FILE            writes the compressed wasm to FILE
#     scripts/next-runtime.sh --same FILE     the runtime of this tree, without any change

. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

SAME=
if [ "${1-}" = --same ]; then
	SAME=yes
	shift
fi
OUT=${1-}
[ -n "$OUT" ] && [ $# -eq 1 ] || fail 'next-runtime.sh takes the file to write, and before it --same or nothing'

FOLDER=$CARGO_TARGET_DIR/rehearsal
NAME=next
[ -z "$SAME" ] || NAME=same
TREE=$FOLDER/$NAME

# change FILE OLD NEW: replaces the one line of the copy that has OLD.
change() {
	[ "$(grep -c -F -- "$2" "$TREE/$1")" -eq 1 ] || fail "$1 has not one line with: $2"
	local line
	line=$(grep -n -F -- "$2" "$TREE/$1" | cut -d: -f1)
	sed -i "${line}s/.*/$3/" "$TREE/$1"
}

copy() {
	rm -rf "$TREE"
	mkdir -p "$TREE"
	git ls-files -z --cached --others --exclude-standard -- Cargo.toml Cargo.lock primitives pallets runtime |
		xargs -0 tar -cf - | tar -xf - -C "$TREE"
	# The copy is a workspace of what the runtime is made of.
	sed -i -E '/^members = \[/,/^\]/{/^members|^\]|"primitives"|"pallets\/|"runtime"/!d}; /^exclude = /d; /^cadastre-(client|models) = /d' \
		"$TREE/Cargo.toml"
	# Only the workspace's root may have them, and they name crates that the copy has not.
	sed -i '/^\[profile\./,$d' "$TREE/Cargo.toml"
	[ -z "$SAME" ] || return 0
	local version
	version=$(sed -n 's/^\tspec_version: \([0-9]*\),$/\1/p' runtime/src/lib.rs)
	[ -n "$version" ] || fail 'runtime/src/lib.rs has no spec_version'
	change runtime/src/lib.rs "	spec_version: $version," "	spec_version: $((version + 1)),"
	sed -i '0,/^mod \|^pub mod /s//pub mod rehearsal;\n&/' "$TREE/runtime/src/lib.rs"
	change runtime/src/migrations.rs 'pub type MultiBlock = ();' 'pub type MultiBlock = (crate::rehearsal::Slow,);'
	cp zombienet/rehearsal.rs "$TREE/runtime/src/rehearsal.rs"
	say "spec_version $version becomes $((version + 1))"
}

compile() { compile_wasm "cadastre_runtime_$NAME" "$TREE/runtime"; }

# Eight bytes that say so, and the wasm in zstd.
compress() {
	"$(node_js)" -e '
		const { readFileSync, writeFileSync } = require("node:fs");
		const { constants, zstdCompressSync } = require("node:zlib");
		const [from, to] = process.argv.slice(1);
		const mark = Buffer.from([82, 188, 83, 118, 70, 219, 142, 5]);
		const level = { [constants.ZSTD_c_compressionLevel]: 19 };
		writeFileSync(to, Buffer.concat([mark, zstdCompressSync(readFileSync(from), { params: level })]));
	' "$(wasm_file "cadastre_runtime_$NAME")" "$OUT"
	good "$OUT: $(wc -c <"$OUT") bytes"
}

stage 'copy of the sources' copy
stage 'the wasm (minutes)' compile
stage 'compression' compress
