#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# A relay chain of two validators with Cadastre on it, collated by two collators, on this machine:
# builds the programs, makes the chain specs, starts six or more processes, says until the
# parachain's first finalized block what it waits for, prints the addresses, and ends all of it at
# Ctrl-C.
#
#   --collators N   2 (the default) or 3; the third has no keys yet
#   --folder DIR    keeps specs, databases and logs there; a second start goes on with them
#   --build         builds the programs and makes the specs, and starts nothing
#   --built         takes the programs as they are, without a look at the sources
#   --runtime FILE  starts the parachain with this wasm instead of the one in the node
#   --test          runs the tests of integration-tests/js/network.mjs and ends; those that match
#                   the regular expression in CADASTRE_ONLY, if it is set
#
# Each process has a file NAME.sh in the folder, which starts it again if it was ended.

. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

COLLATORS=2 FOLDER='' ONLY_BUILD='' BUILT='' RUNTIME='' TEST=''
while [ $# -gt 0 ]; do
	case $1 in
	--collators)
		shift
		COLLATORS=${1-}
		[[ $COLLATORS =~ ^[23]$ ]] || fail '--collators takes 2 or 3'
		;;
	--folder)
		shift
		FOLDER=${1-}
		[ -n "$FOLDER" ] || fail '--folder takes the path of a folder'
		;;
	--runtime)
		shift
		RUNTIME=${1-}
		[ -s "$RUNTIME" ] || fail '--runtime takes the path of a wasm'
		RUNTIME=$(realpath "$RUNTIME")
		;;
	--build) ONLY_BUILD=yes ;;
	--built) BUILT=yes ;;
	--test) TEST=yes ;;
	*) fail "network.sh takes --collators N, --folder DIR, --runtime FILE, --build, --built and --test, not $1" ;;
	esac
	shift
done

# Ports: of each process its RPC, P2P and Prometheus, and for a collator those of its relay node.
VALIDATORS=(alice bob)
ALL_COLLATORS=(one two three)
COLLATOR_KEYS=(--alice --bob '')
PORT_OF=([0]=9955 [1]=9956)
COLLATOR_PORTS=(9944 9945 9946)
PARA_ID=2000
PROGRAMS=$CARGO_TARGET_DIR/release
RELAY_WASM=$PROGRAMS/wbuild/cadastre-relay-runtime/cadastre_relay_runtime.compact.compressed.wasm

for port in "${PORT_OF[@]}" "${COLLATOR_PORTS[@]:0:COLLATORS}"; do
	! port_taken "$port" || fail "port $port is taken: stop what listens there (another network, perhaps)"
done

# In the build of the workspace, so that the SDK is compiled as it is already.
build() {
	cargo build "${CARGO_FLAGS[@]}" --features cadastre-relay/network --bin polkadot \
		--bin polkadot-prepare-worker --bin polkadot-execute-worker
	cargo build "${CARGO_FLAGS[@]}" --bin cadastre-node --bin cadastre
	[ -s "$RELAY_WASM" ] || fail "the relay chain's runtime is not at $RELAY_WASM"
}

# A genesis that differs from that of the databases would be refused, so specs are made once.
specs() {
	if [ -s "$FOLDER/relay.json" ]; then
		good "the specs in $FOLDER are from an earlier start"
		return
	fi
	"$NODE" export-chain-spec --chain local --raw --output "$FOLDER/cadastre.json" 2>/dev/null
	if [ -n "$RUNTIME" ]; then
		"$NODE" chain-spec-builder --chain-spec-path "$FOLDER/cadastre.json" \
			update-code "$FOLDER/cadastre.json" "$RUNTIME" >/dev/null 2>&1 ||
			fail "$RUNTIME is no runtime for the chain spec"
	fi
	"$NODE" export-genesis-head --chain "$FOLDER/cadastre.json" "$FOLDER/genesis-head" 2>/dev/null
	"$NODE" export-genesis-wasm --chain "$FOLDER/cadastre.json" "$FOLDER/genesis-wasm" 2>/dev/null
	# The relay node knows what to expect of a chain by the start of its id.
	"$NODE" chain-spec-builder --chain-spec-path "$FOLDER/relay-bare.json" create \
		--chain-name 'Rococo Local Testnet' --chain-id rococo_local_testnet -t local \
		--properties 'tokenSymbol=ROC,tokenDecimals=12' \
		--runtime "$RELAY_WASM" named-preset local_testnet >/dev/null 2>&1 ||
		fail "no chain spec could be made of $RELAY_WASM"
	"$(node_js)" scripts/network-spec.mjs "$FOLDER/relay-bare.json" "$PARA_ID" \
		"$FOLDER/genesis-head" "$FOLDER/genesis-wasm" >"$FOLDER/relay-plain.json"
	"$NODE" chain-spec-builder --chain-spec-path "$FOLDER/relay.json" \
		convert-to-raw "$FOLDER/relay-plain.json" >/dev/null 2>&1 ||
		fail "the relay's chain spec is not valid: try $NODE chain-spec-builder verify $FOLDER/relay-plain.json"
	good "relay chain:  $FOLDER/relay.json"
	good "parachain:    $FOLDER/cadastre.json"
}

# node_key NUMBER: a node's identity, the same at each start, so that the others know its address.
node_key() { printf '%064x' "$1"; }
peer_id() {
	local file=$FOLDER/node-key
	node_key "$1" >"$file"
	"$NODE" key inspect-node-key --file "$file" 2>/dev/null
}

# write NAME COMMAND…: the file that starts a process.
write() {
	local name=$1
	shift
	{
		printf '#!/usr/bin/env bash\n# Starts %s of the network in this folder.\nexec' "$name"
		printf ' \\\n\t%q' "$@"
		printf ' \\\n\t>>%q 2>&1 </dev/null\n' "$FOLDER/$name.log"
	} >"$FOLDER/$name.sh"
	chmod +x "$FOLDER/$name.sh"
}

launch() {
	"$FOLDER/$1.sh" &
	echo $! >"$FOLDER/$1.pid"
}

# shellcheck disable=SC2329 # called at exit
stop_all() {
	local file pid attempt left
	for file in "$FOLDER"/*.pid; do
		[ -e "$file" ] || continue
		kill -TERM "$(cat "$file")" 2>/dev/null || true
	done
	for ((attempt = 0; attempt < 100; attempt++)); do
		left=
		for file in "$FOLDER"/*.pid; do
			[ -e "$file" ] || continue
			pid=$(cat "$file")
			if kill -0 "$pid" 2>/dev/null; then left=yes; else rm -f "$file"; fi
		done
		[ -n "$left" ] || return 0
		sleep 0.2
	done
	for file in "$FOLDER"/*.pid; do
		[ ! -e "$file" ] || kill -KILL "$(cat "$file")" 2>/dev/null || true
		rm -f "$file"
	done
}

# ask PORT METHOD: the result of a call without parameters, as JSON; nothing if nobody answers.
ask() {
	curl --silent --max-time 3 --header 'content-type: application/json' \
		--data "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$2\",\"params\":[${3-}]}" \
		"http://127.0.0.1:$1" 2>/dev/null || true
}
# height PORT [HASH]: the number of the best block, or of that block; nothing if nobody answers.
height() {
	local hex
	hex=$(ask "$1" chain_getHeader "${2-}" | sed -n 's/.*"number":"\(0x[0-9a-f]*\)".*/\1/p')
	[ -z "$hex" ] || printf '%d\n' "$hex"
}
finalized() {
	local hash
	hash=$(ask "$1" chain_getFinalizedHead | sed -n 's/.*"result":"\(0x[0-9a-f]*\)".*/\1/p')
	[ -z "$hash" ] || height "$1" "\"$hash\""
}
peers() { ask "$1" system_health | sed -n 's/.*"peers":\([0-9]*\).*/\1/p'; }

alive() {
	local file
	for file in "$FOLDER"/*.pid; do
		kill -0 "$(cat "$file")" 2>/dev/null && continue
		tail -n 20 "${file%.pid}.log" >&2
		fail "$(basename "${file%.pid}") ended by itself; the end of its log is above"
	done
}

# until_true WHAT SECONDS COMMAND…: waits, says for what, and each quarter of a minute where it stands.
until_true() {
	local what=$1 limit=$2 started=$SECONDS told=$SECONDS
	shift 2
	say "waiting until $what"
	until "$@"; do
		alive
		[ $((SECONDS - started)) -lt "$limit" ] || fail "not so after $limit s: $what; logs are in $FOLDER"
		if [ $((SECONDS - told)) -ge 15 ]; then
			told=$SECONDS
			say "  $((SECONDS - started)) s: relay chain $(height "${PORT_OF[0]}" || true)," \
				"finalized $(finalized "${PORT_OF[0]}" || true);" \
				"parachain $(height "${COLLATOR_PORTS[0]}" || true)," \
				"finalized $(finalized "${COLLATOR_PORTS[0]}" || true)"
		fi
		sleep 1
	done
	good "$what ($((SECONDS - started)) s)"
}
answers() { [ -n "$(height "$1")" ]; }
above() { [ "${1:-0}" -gt "$2" ]; }
validators_meet() { above "$(peers "${PORT_OF[0]}")" 0; }
relay_builds() { above "$(height "${PORT_OF[0]}")" 0; }
relay_finalizes() { above "$(finalized "${PORT_OF[0]}")" 0; }
para_builds() { above "$(height "${COLLATOR_PORTS[0]}")" 0; }
para_finalizes() { above "$(finalized "${COLLATOR_PORTS[0]}")" 0; }

# ---- Here it begins.

if [ -n "$BUILT" ]; then
	for program in "$PROGRAMS"/{polkadot,polkadot-prepare-worker,polkadot-execute-worker,cadastre} "$NODE"; do
		[ -x "$program" ] || fail "there is no $program: run scripts/network.sh --build"
	done
else
	stage 'set-up' scripts/setup.sh
	stage 'build (minutes on top of what scripts/demo.sh builds)' build
fi
if [ -z "$FOLDER" ]; then
	if [ -n "$ONLY_BUILD" ]; then
		FOLDER=$CARGO_TARGET_DIR/network
	else
		temporary_folder
		FOLDER=$TEMPORARY
	fi
fi
NEXT=${CADASTRE_NEXT-}
if [ -n "$TEST" ] && [ -z "$NEXT" ]; then
	NEXT=$CARGO_TARGET_DIR/rehearsal/next.wasm
	stage 'the runtime to upgrade to' scripts/next-runtime.sh "$NEXT"
fi
mkdir -p "$FOLDER"
FOLDER=$(cd "$FOLDER" && pwd)
stage 'chain specs' specs
if [ -n "$ONLY_BUILD" ]; then
	say "programs: $PROGRAMS; specs: $FOLDER"
	exit 0
fi

heading 'the network'
relay_boot=/ip4/127.0.0.1/tcp/30400/p2p/$(peer_id 1)
para_boot=/ip4/127.0.0.1/tcp/30500/p2p/$(peer_id 11)
COMMON=(--no-telemetry --no-hardware-benchmarks --no-mdns)
names=()
for index in "${!VALIDATORS[@]}"; do
	name=validator-${VALIDATORS[index]}
	names+=("$name")
	# Without the kernel's isolation of the workers, which a container may not have. This relay chain
	# has well-known keys: it secures nothing.
	write "$name" "$PROGRAMS/polkadot" --validator "--${VALIDATORS[index]}" \
		--chain "$FOLDER/relay.json" --base-path "$FOLDER/$name" "${COMMON[@]}" \
		--rpc-port "${PORT_OF[index]}" --port $((30400 + index)) --prometheus-port $((9715 + index)) \
		--node-key "$(node_key $((index + 1)))" --bootnodes "$relay_boot" \
		--insecure-validator-i-know-what-i-do
done
for ((index = 0; index < COLLATORS; index++)); do
	name=collator-${ALL_COLLATORS[index]}
	names+=("$name")
	key=(${COLLATOR_KEYS[index]:+"${COLLATOR_KEYS[index]}"})
	write "$name" "$NODE" --collator "${key[@]}" --name "$name" \
		--chain "$FOLDER/cadastre.json" --base-path "$FOLDER/$name" "${COMMON[@]}" \
		--authoring slot-based --state-pruning archive \
		--rpc-port "${COLLATOR_PORTS[index]}" --port $((30500 + index)) --prometheus-port $((9615 + index)) \
		--node-key "$(node_key $((index + 11)))" --bootnodes "$para_boot" \
		-- --chain "$FOLDER/relay.json" "${COMMON[@]}" --port $((30600 + index)) \
		--rpc-port $((9970 + index)) --no-prometheus --bootnodes "$relay_boot"
done
at_exit stop_all
for name in "${names[@]}"; do
	launch "$name"
	say "$name: pid $(cat "$FOLDER/$name.pid"), log $FOLDER/$name.log"
done
began=$SECONDS
until_true 'the relay node answers' 120 answers "${PORT_OF[0]}"
until_true 'the collator answers' 120 answers "${COLLATOR_PORTS[0]}"
until_true 'the validators have met' 120 validators_meet
until_true 'the relay chain builds blocks' 120 relay_builds
until_true 'the relay chain finalizes' 180 relay_finalizes
# At the first end of a relay session, a minute after the start; before it, validators compile the code.
until_true 'the parachain builds blocks' 300 para_builds
until_true 'the relay chain has finalized a block of the parachain' 300 para_finalizes
good "the network runs, $((SECONDS - began)) s after its start"

if [ -n "$TEST" ]; then
	heading 'tests on the network'
	STATUS=0
	CADASTRE_NETWORK=$FOLDER CADASTRE=$PROGRAMS/cadastre CADASTRE_NODE=$NODE CADASTRE_NEXT=$NEXT \
		"$(node_js)" --test --test-concurrency=1 --test-timeout=3600000 --test-force-exit \
		--test-reporter=spec ${CADASTRE_ONLY:+"--test-name-pattern=$CADASTRE_ONLY"} integration-tests/js/network.mjs || STATUS=$?
	exit "$STATUS"
fi

heading 'addresses'
for ((index = 0; index < COLLATORS; index++)); do
	say "collator ${ALL_COLLATORS[index]}:    ws://127.0.0.1:${COLLATOR_PORTS[index]}," \
		"metrics http://127.0.0.1:$((9615 + index))/metrics"
done
for index in "${!VALIDATORS[@]}"; do
	say "validator ${VALIDATORS[index]}:  ws://127.0.0.1:${PORT_OF[index]}"
done
say "Polkadot.js Apps: https://polkadot.js.org/apps/?rpc=ws://127.0.0.1:${COLLATOR_PORTS[0]}"
say "command line:     $PROGRAMS/cadastre --url ws://127.0.0.1:${COLLATOR_PORTS[0]} --help"
say "processes, logs:  $FOLDER (NAME.sh starts one again)"
say 'Ctrl-C ends it.'
trap 'printf "\n"; say "ending the network"; exit 0' INT
while :; do
	sleep 2
	# A test may have ended one and started it again; only all of them gone ends this.
	running=
	for name in "${names[@]}"; do
		[ ! -e "$FOLDER/$name.pid" ] || ! kill -0 "$(cat "$FOLDER/$name.pid")" 2>/dev/null || running=yes
	done
	[ -n "$running" ] || fail "every process of the network has ended; logs are in $FOLDER"
done
