# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What the scripts share: messages, stages with their times, and a node to talk to.

set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$CADASTRE_ROOT"

if [ -t 1 ] && [ -z "${NO_COLOR-}" ]; then
	BOLD=$'\e[1m' RED=$'\e[31m' GREEN=$'\e[32m' YELLOW=$'\e[33m' PLAIN=$'\e[0m'
else
	BOLD='' RED='' GREEN='' YELLOW='' PLAIN=''
fi

heading() { printf '\n%s== %s%s\n' "$BOLD" "$*" "$PLAIN"; }
say() { printf '   %s\n' "$*"; }
good() { printf '   %sok%s    %s\n' "$GREEN" "$PLAIN" "$*"; }
note() { printf '   %snote%s  %s\n' "$YELLOW" "$PLAIN" "$*"; }
error() { printf '%serror: %s%s\n' "$RED" "$*" "$PLAIN" >&2; }
fail() {
	error "$@"
	exit 1
}

# ---- Clean-up: each part that starts something adds what ends it.

CLEANUPS=()
at_exit() { CLEANUPS+=("$1"); }
# shellcheck disable=SC2329 # called by the trap
run_cleanups() {
	local status=$? index
	trap - EXIT
	trap '' INT TERM
	for ((index = ${#CLEANUPS[@]} - 1; index >= 0; index--)); do
		eval "${CLEANUPS[index]}" || true
	done
	exit "$status"
}
trap run_cleanups EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

temporary_folder() {
	TEMPORARY=$(mktemp -d)
	at_exit "rm -rf $(printf %q "$TEMPORARY")"
}

# ---- Stages. The outermost script prints the table; scripts that it calls add to it.

if [ -z "${CADASTRE_STAGES-}" ]; then
	CADASTRE_STAGES=$(mktemp)
	export CADASTRE_STAGES
	at_exit stage_table
fi

# stage NAME COMMAND…: a heading, the command in a subshell, its seconds. If the command fails, the
# script ends, or, where KEEP_GOING is set, goes on with STATUS=1.
stage() {
	local name=$1 started=$SECONDS status=0
	shift
	heading "$name"
	# In an `if` or before `||` the shell would not stop at an error inside the command.
	set +e
	(
		# A subshell inherits no trap.
		CLEANUPS=()
		trap run_cleanups EXIT
		trap 'exit 130' INT
		trap 'exit 143' TERM
		set -e
		"$@"
	)
	status=$?
	set -e
	local seconds=$((SECONDS - started)) result=ok
	[ "$status" -eq 0 ] || result=FAILED
	printf '%s\t%s\t%s\n' "$seconds" "$result" "$name" >>"$CADASTRE_STAGES"
	say "took $(duration "$seconds")"
	[ "$status" -ne 0 ] || return 0
	[ "$status" -ge 128 ] || error "stage failed: $name"
	if [ -z "${KEEP_GOING-}" ] || [ "$status" -ge 128 ]; then
		exit "$status"
	fi
	# shellcheck disable=SC2034 # used by the script that sets KEEP_GOING
	STATUS=1
}

duration() { printf '%d:%02d min' $(($1 / 60)) $(($1 % 60)); }

# shellcheck disable=SC2329 # called at exit
stage_table() {
	if [ -s "$CADASTRE_STAGES" ]; then
		heading 'Stages'
		local seconds result name total=0
		while IFS=$'\t' read -r seconds result name; do
			printf '   %-12s  %-6s  %s\n' "$(duration "$seconds")" "$result" "$name"
			total=$((total + seconds))
		done <"$CADASTRE_STAGES"
		printf '   %-12s  %-6s  %s\n' "$(duration "$total")" '' 'all'
	fi
	rm -f "$CADASTRE_STAGES"
	[ -z "${LAST_LINE-}" ] || printf '\n%s\n' "$LAST_LINE"
}

# ---- Node.js: the one that package-lock.json brings, else the machine's.

node_js() {
	local pinned
	for pinned in integration-tests/js/node_modules/node-linux-{x64,arm64}/bin/node; do
		if [ -x "$pinned" ] && "$pinned" --version >/dev/null 2>&1; then
			printf '%s\n' "$CADASTRE_ROOT/$pinned"
			return
		fi
	done
	command -v node || fail 'Node.js is missing: run scripts/setup.sh'
}

# ---- A runtime's wasm, compiled as substrate-wasm-builder 35 compiles ours (wasm_project.rs:
# create_project_cargo_toml, build_bloaty_blob): the same flags and profile, beside it in its target
# folder, so that what is the same is not compiled again.

WASM_TARGET_DIR=$CARGO_TARGET_DIR/release/wbuild/cadastre-runtime/target

# wasm_file NAME: where compile_wasm writes it.
wasm_file() { printf '%s\n' "$WASM_TARGET_DIR/wasm32v1-none/release/$1.wasm"; }

# compile_wasm NAME RUNTIME [FEATURES]: the runtime whose package is in the folder RUNTIME.
compile_wasm() {
	local name=$1 project=$CARGO_TARGET_DIR/release/wbuild/${1//_/-}
	mkdir -p "$project/src"
	cat >"$project/Cargo.toml" <<-TOML
		[package]
		name = "${name//_/-}"
		version = "1.0.0"
		edition = "2021"

		[lib]
		name = "$name"
		crate-type = ["cdylib"]

		[dependencies.wasm-project]
		package = "cadastre-runtime"
		path = "$2"
		default-features = false
		features = [${3-}]

		[profile.release]
		panic = "abort"
		lto = "thin"

		[workspace]
		resolver = "2"
	TOML
	echo '#![no_std] #![allow(unused_imports)] pub use wasm_project::*;' >"$project/src/lib.rs"
	cp Cargo.lock "$project/Cargo.lock"
	local flags='-C link-arg=--export-table -C link-arg=--export=__heap_base'
	flags+=' -C link-arg=--import-memory -C opt-level=s --cfg substrate_runtime '
	CARGO_TARGET_DIR=$WASM_TARGET_DIR RUSTFLAGS=$flags SKIP_WASM_BUILD='' \
		cargo rustc --target wasm32v1-none --profile release \
		--manifest-path "$project/Cargo.toml"
}

# ---- A development node.

NODE=$CARGO_TARGET_DIR/release/cadastre-node

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# start_node RPC_PORT LOG ARGUMENT…: starts a development chain on a database of its own and waits
# until it answers. Port 0 takes a free one. Sets NODE_PID, NODE_PORT and NODE_URL.
start_node() {
	local port=$1 log=$2 base attempt
	shift 2
	[ -x "$NODE" ] || fail "there is no node at $NODE: run cargo build ${CARGO_FLAGS[*]}"
	base=$(mktemp -d)
	at_exit "rm -rf $(printf %q "$base")"
	"$NODE" --dev --base-path "$base" --rpc-port "$port" --port 0 --no-prometheus \
		--no-telemetry --no-mdns "$@" >"$log" 2>&1 </dev/null &
	NODE_PID=$!
	at_exit stop_node
	for ((attempt = 0; attempt < 600; attempt++)); do
		if ! kill -0 "$NODE_PID" 2>/dev/null; then
			tail -n 20 "$log" >&2
			fail "the node ended while it started; its log is above"
		fi
		NODE_PORT=$(sed -n 's/.*Running JSON-RPC server: addr=127\.0\.0\.1:\([0-9]*\).*/\1/p' "$log" | tail -n 1)
		if [ -n "$NODE_PORT" ] && healthy "$NODE_PORT"; then
			NODE_URL=ws://127.0.0.1:$NODE_PORT
			export NODE_URL
			return
		fi
		sleep 0.2
	done
	tail -n 20 "$log" >&2
	fail 'the node did not answer within 2 minutes; its log is above'
}

# Answers, and has a block after genesis.
healthy() {
	local answer
	curl --silent --fail --max-time 2 "http://127.0.0.1:$1/health" >/dev/null || return
	answer=$(curl --silent --fail --max-time 2 --header 'content-type: application/json' \
		--data '{"jsonrpc":"2.0","id":1,"method":"chain_getHeader","params":[]}' \
		"http://127.0.0.1:$1") || return
	case $answer in
	*'"number":"0x0"'*) return 1 ;;
	*'"number":"0x'*) return 0 ;;
	*) return 1 ;;
	esac
}

stop_node() {
	[ -n "${NODE_PID-}" ] || return 0
	local attempt pid=$NODE_PID
	NODE_PID=
	kill -TERM "$pid" 2>/dev/null || return 0
	for ((attempt = 0; attempt < 100; attempt++)); do
		kill -0 "$pid" 2>/dev/null || break
		sleep 0.1
	done
	kill -KILL "$pid" 2>/dev/null || true
	wait "$pid" 2>/dev/null || true
}
