#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# From a fresh Debian machine with rustup's cargo to a running chain that has its story told: sets
# up, builds, starts a development chain, runs `cadastre demo` against it, and leaves it running
# until Ctrl-C. `--headless` ends by itself, with the story's exit code; `--port N` is where the
# chain listens (9944; headless: a free one).

. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

HEADLESS='' PORT=''
while [ $# -gt 0 ]; do
	case $1 in
	--headless) HEADLESS=yes ;;
	--port)
		shift
		PORT=${1-}
		[[ $PORT =~ ^[0-9]+$ ]] || fail '--port takes a number'
		;;
	*) fail "demo.sh takes --headless and --port N, not $1" ;;
	esac
	shift
done
if [ -z "$PORT" ]; then
	PORT=9944
	[ -z "$HEADLESS" ] || PORT=0
fi
# Said before the build, not after it.
if [ "$PORT" != 0 ] && port_taken "$PORT"; then
	fail "port $PORT is taken: stop what listens there (another demo, perhaps)," \
		"or give another with --port N"
fi

build() { cargo build "${CARGO_FLAGS[@]}"; }

stage 'set-up' scripts/setup.sh
stage 'build (an hour when nothing is compiled yet, seconds when all is)' build

heading 'a development chain'
temporary_folder
LOG=$TEMPORARY/node.log
start_node "$PORT" "$LOG" --rpc-cors all
good "it answers at $NODE_URL; its log is $LOG"

heading 'the story'
STATUS=0
"$CARGO_TARGET_DIR/release/cadastre" --url "$NODE_URL" demo || STATUS=$?
[ "$STATUS" -eq 0 ] || error "the story ended with code $STATUS; the node's log is $LOG"
if [ -n "$HEADLESS" ]; then
	[ "$STATUS" -eq 0 ] || tail -n 20 "$LOG" >&2
	exit "$STATUS"
fi

heading 'the chain is running'
say "address:          $NODE_URL"
say "Polkadot.js Apps: https://polkadot.js.org/apps/?rpc=$NODE_URL"
say '                  or in Apps: the network at the top left → Development → Local Node'
say "command line:     $CARGO_TARGET_DIR/release/cadastre --url $NODE_URL --help"
say "the node's log:   $LOG"
say 'Ctrl-C ends it; nothing of it is kept.'
trap 'printf "\n"; say "ending the chain"; exit "$STATUS"' INT
while kill -0 "$NODE_PID" 2>/dev/null; do
	sleep 1
done
tail -n 20 "$LOG" >&2
fail 'the node ended by itself; the end of its log is above'
