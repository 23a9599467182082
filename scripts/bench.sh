#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Measures the weights of every pallet of the runtime, writes runtime/src/weights/, and prints reads,
# writes, proof size and price of the transfers from that one run.
#
#   scripts/bench.sh                 all pallets
#   scripts/bench.sh pallet_shares…  these pallets, and those that the table compares them with
#   scripts/bench.sh --quick         few samples; writes no weights
#   scripts/bench.sh --table         only the table of the last run

. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# What the table compares.
COMPARED=(pallet_assets pallet_balances pallet_shares)
STEPS=20 REPEAT=10 MIN_DURATION=0 WRITE=yes MEASURE=yes PALLETS=()
while [ $# -gt 0 ]; do
	case $1 in
	--quick) STEPS=2 REPEAT=2 WRITE='' ;;
	--table) MEASURE='' ;;
	-*) fail "bench.sh takes --quick, --table or names of pallets, not $1" ;;
	*) PALLETS+=("${1//-/_}") ;;
	esac
	shift
done

# The runtime's wasm with its benchmarks, compiled as substrate-wasm-builder 35 compiles the one
# without (wasm_project.rs: create_project_cargo_toml, build_bloaty_blob): the same flags and profile,
# beside it in its target folder, so that what the feature does not change is not compiled again.
# The wasm builder itself would want the runtime built natively first, with all of the SDK under
# `runtime-benchmarks`: an hour for something that the benchmarks never run.
PROJECT=$CARGO_TARGET_DIR/release/wbuild/cadastre-runtime-bench
WASM_TARGET_DIR=$CARGO_TARGET_DIR/release/wbuild/cadastre-runtime/target
WASM=$WASM_TARGET_DIR/wasm32v1-none/release/cadastre_runtime_bench.wasm
RESULTS=$CADASTRE_ROOT/target/benchmarks

build_node() { cargo build "${CARGO_FLAGS[@]}"; }

build_wasm() {
	mkdir -p "$PROJECT/src"
	cat >"$PROJECT/Cargo.toml" <<-TOML
		[package]
		name = "cadastre-runtime-bench"
		version = "1.0.0"
		edition = "2021"

		[lib]
		name = "cadastre_runtime_bench"
		crate-type = ["cdylib"]

		[dependencies.wasm-project]
		package = "cadastre-runtime"
		path = "$CADASTRE_ROOT/runtime"
		default-features = false
		features = ["runtime-benchmarks"]

		[profile.release]
		panic = "abort"
		lto = "thin"

		[workspace]
		resolver = "2"
	TOML
	echo '#![no_std] #![allow(unused_imports)] pub use wasm_project::*;' >"$PROJECT/src/lib.rs"
	cp Cargo.lock "$PROJECT/Cargo.lock"
	local flags='-C link-arg=--export-table -C link-arg=--export=__heap_base'
	flags+=' -C link-arg=--import-memory --cfg substrate_runtime '
	CARGO_TARGET_DIR=$WASM_TARGET_DIR RUSTFLAGS=$flags SKIP_WASM_BUILD='' \
		cargo rustc --target wasm32v1-none --profile release \
		--manifest-path "$PROJECT/Cargo.toml"
}

bench() {
	"$NODE" benchmark-pallet --runtime "$WASM" \
		--genesis-builder runtime --genesis-builder-preset development "$@"
}

measure() {
	local pallet output=() number=0
	if [ ${#PALLETS[@]} -eq 0 ]; then
		mapfile -t PALLETS < <(bench --list=pallets --no-csv-header)
	else
		mapfile -t PALLETS < <(printf '%s\n' "${COMPARED[@]}" "${PALLETS[@]}" | sort -u)
	fi
	[ ${#PALLETS[@]} -gt 0 ] || fail 'the runtime lists no benchmarks'
	rm -rf "$RESULTS"
	mkdir -p "$RESULTS" runtime/src/weights
	for pallet in "${PALLETS[@]}"; do
		number=$((number + 1))
		output=()
		[ -z "$WRITE" ] || output=(
			--output "runtime/src/weights/$pallet.rs"
			--template scripts/weights.hbs
		)
		say "$number/${#PALLETS[@]} $pallet"
		bench --pallet "$pallet" --extrinsic '*' \
			--steps "$STEPS" --repeat "$REPEAT" --min-duration "$MIN_DURATION" \
			--json-file "$RESULTS/$pallet.json" --quiet "${output[@]}" >/dev/null ||
			fail "the benchmarks of $pallet failed: see above"
	done
}

table() {
	[ -e "$RESULTS/pallet_shares.json" ] || fail 'nothing was measured yet: run scripts/bench.sh'
	"$(node_js)" scripts/bench-table.mjs "$RESULTS"
}

if [ -n "$MEASURE" ]; then
	stage 'build: node' build_node
	stage 'build: the runtime with its benchmarks' build_wasm
	stage 'benchmarks' measure
fi
stage 'table' table
