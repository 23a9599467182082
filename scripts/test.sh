#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Every test there is, from a fresh Debian machine with rustup's cargo on: set-up, checks, unit,
# property and runtime tests, and the clients that people use against a real node. Prints how long
# each stage took and, last, how many tests passed.

. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

RESULTS=$CADASTRE_ROOT/target/nextest/default/junit.xml
JS=integration-tests/js
temporary_folder
JS_RESULTS=$TEMPORARY/js.xml

build() { cargo build "${CARGO_FLAGS[@]}"; }
build_tests() { cargo nextest run "${CARGO_FLAGS[@]}" --no-run; }
rust_tests() { cargo nextest run "${CARGO_FLAGS[@]}" --no-fail-fast; }

js_tests() {
	local node log=$TEMPORARY/node.log
	node=$(node_js)
	# Blocks as fast as a test can use them, but on their own, as on a real chain.
	start_node 0 "$log" --dev-block-time 500
	say "a development chain answers at $NODE_URL"
	local status=0
	# One after another: they sign with the same provider's account.
	CADASTRE_NODE=$NODE CADASTRE_WS=$NODE_URL LOG_LEVEL=error \
		"$node" --test --test-concurrency=1 --test-timeout=300000 --test-force-exit \
		--test-reporter=spec --test-reporter-destination=stdout \
		--test-reporter=junit --test-reporter-destination="$JS_RESULTS" \
		"$JS/polkadot-js.mjs" "$JS/papi.mjs" "$JS/chopsticks.mjs" || status=$?
	if [ "$status" -ne 0 ]; then
		say 'the last lines of the node:'
		tail -n 20 "$log"
	fi
	stop_node
	return "$status"
}

# count FILE ELEMENT: how often the element stands in a JUnit report.
count() { { grep -oE "<$2[ >/]" "$1" 2>/dev/null || true; } | wc -l; }

# The last line, whatever happened. A run that stopped before any test has failed too.
# shellcheck disable=SC2329 # called at exit
summary() {
	local passed=0 failed=0 file tests wrong
	for file in "$RESULTS" "$JS_RESULTS"; do
		tests=$(count "$file" testcase)
		wrong=$(($(count "$file" failure) + $(count "$file" error)))
		passed=$((passed + tests - wrong))
		failed=$((failed + wrong))
	done
	if [ -z "${COMPLETE-}" ]; then
		error 'stopped before the end; what stopped it counts as failed'
		failed=$((failed + 1))
	elif [ "$STATUS" -ne 0 ] && [ "$failed" -eq 0 ]; then
		error 'a stage failed without a report of its tests'
		failed=1
	fi
	LAST_LINE="$passed passed, $failed failed"
}
at_exit summary

rm -f "$RESULTS"
stage 'set-up' scripts/setup.sh
scripts/check.sh
stage 'build: node, runtime, client' build
stage 'build: tests' build_tests

# A test that fails does not hide what the next stage finds.
STATUS=0 KEEP_GOING=yes
stage 'unit, property, runtime and node tests' rust_tests
stage 'Polkadot.js, PAPI and Chopsticks on a real node' js_tests
COMPLETE=yes
exit "$STATUS"
