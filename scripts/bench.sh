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
# What most calls of these ask: no weight is of it, the table is.
OF_MOST=(declare_plain claim_plain push_plain)
STEPS=10 REPEAT=5 MIN_DURATION=0 WRITE=yes MEASURE=yes PALLETS=()
while [ $# -gt 0 ]; do
	case $1 in
	--quick) STEPS=2 REPEAT=2 WRITE='' ;;
	--table) MEASURE='' ;;
	-*) fail "bench.sh takes --quick, --table or names of pallets, not $1" ;;
	*) PALLETS+=("${1//-/_}") ;;
	esac
	shift
done

# The wasm builder would want the runtime built natively first, with all of the SDK under
# `runtime-benchmarks`: an hour for something that the benchmarks never run.
NAME=cadastre_runtime_bench
WASM=$(wasm_file "$NAME")
RESULTS=$CADASTRE_ROOT/target/benchmarks

build_node() { cargo build "${CARGO_FLAGS[@]}"; }

build_wasm() { compile_wasm "$NAME" "$CADASTRE_ROOT/runtime" '"runtime-benchmarks"'; }

bench() {
	"$NODE" benchmark-pallet --runtime "$WASM" \
		--genesis-builder runtime --genesis-builder-preset development "$@"
}

measure() {
	local known pallet list write=()
	mapfile -t known < <(bench --list=pallets --no-csv-header 2>/dev/null)
	[ ${#known[@]} -gt 0 ] || fail 'the runtime lists no benchmarks'
	if [ ${#PALLETS[@]} -eq 0 ]; then
		PALLETS=("${known[@]}")
	else
		mapfile -t PALLETS < <(printf '%s\n' "${COMPARED[@]}" "${PALLETS[@]}" | sort -u)
		for pallet in "${PALLETS[@]}"; do
			[[ " ${known[*]} " = *" $pallet "* ]] ||
				fail "the runtime has no benchmarks of $pallet, only of: ${known[*]}"
		done
	fi
	printf -v list '%s,' "${PALLETS[@]}"
	mkdir -p "$RESULTS"
	[ -z "$WRITE" ] || write=(--output runtime/src/weights/ --template scripts/weights.hbs)
	# One process: to compile the runtime takes it half a minute. It logs what it is at.
	bench --pallet "${list%,}" --extrinsic '*' \
		--steps "$STEPS" --repeat "$REPEAT" --min-duration "$MIN_DURATION" \
		--json-file "$RESULTS/results.json" "${write[@]}" >/dev/null ||
		fail 'some benchmarks failed: see above'
	printf -v list '%s,' "${OF_MOST[@]}"
	rm -f "$RESULTS/plain.json"
	if [[ " ${PALLETS[*]} " = *' pallet_dividends '* ]]; then
		bench --pallet pallet_dividends --extrinsic "${list%,}" --extra \
			--steps "$STEPS" --repeat "$REPEAT" --min-duration "$MIN_DURATION" \
			--json-file "$RESULTS/plain.json" >/dev/null ||
			fail 'some benchmarks failed: see above'
	fi
	[ -z "$WRITE" ] || for pallet in "${PALLETS[@]}"; do
		if [ -d "$(folder_of "$pallet")" ]; then
			"$(node_js)" scripts/sum-proofs.mjs "runtime/src/weights/$pallet.rs"
			own_weights "$pallet"
		fi
	done
}

# folder_of PALLET: where it would be if it were one of ours.
folder_of() {
	local name=${1#pallet_}
	printf 'pallets/%s' "${name//_/-}"
}

# own_weights PALLET: the trait that it asks a runtime for, and the same figures for its tests.
own_weights() {
	local pallet=$1 from=runtime/src/weights/$1.rs to
	to=$(folder_of "$pallet")/src/weights.rs
	{
		sed -n '1,/^$/p' "$from"
		cat <<-RUST
			//! What the calls of \`$pallet\` cost: the trait that a runtime implements, generated with
			//! its figures by scripts/bench.sh, and for tests those of the runtime here.

			#![cfg_attr(rustfmt, rustfmt_skip)]
			#![allow(unused_parens)]
			#![allow(missing_docs)]

			use frame_support::weights::{constants::RocksDbWeight, Weight};

			/// The weight of each call and hook.
			pub trait WeightInfo {
		RUST
		sed -n 's/^\(\tfn .*\) {$/\1;/p' "$from" | sed -e 's/\([(]\|, \)_\([a-z]: u32\)/\1\2/g' -e 's/, )/)/'
		printf '}\n\nimpl WeightInfo for () {\n'
		sed -n '/^impl</,$p' "$from" | sed -e 1d -e 's/T::DbWeight::get/RocksDbWeight::get/' \
			-e '/^\t\/\/\/ \(Storage\|Proof\): /d'
	} >"$to"
}

table() {
	[ -e "$RESULTS/results.json" ] || fail 'nothing was measured yet: run scripts/bench.sh'
	"$(node_js)" scripts/bench-table.mjs "$RESULTS"/*.json
}

if [ -n "$MEASURE" ]; then
	stage 'build: node' build_node
	stage 'build: the runtime with its benchmarks' build_wasm
	stage 'benchmarks' measure
fi
stage 'table' table
