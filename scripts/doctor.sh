#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Why does my node not author, sync or finalize? Asks a running node on this machine, says what is
# wrong, and what to do about each. Changes nothing. Needs bash and curl, and nothing of this
# repository: copy it to where the node runs.
#
#     doctor.sh [--rpc URL] [--relay-metrics URL | --no-relay] [--base-path DIR] [--node PROGRAM]
#               [--watch SECONDS]
#
# Ends with 0 if all is well, with 1 if something is wrong, with 2 if it was called wrongly.

set -uo pipefail

RPC=http://127.0.0.1:9944
RELAY_METRICS=http://127.0.0.1:9616/metrics
BASE=
NODE=
WATCH=20
usage() {
	printf 'doctor.sh: %s\n' "$1" >&2
	sed -n 's/^# \{0,1\}//; 8,10p' "$0" >&2
	exit 2
}
while [ $# -gt 0 ]; do
	case $1 in
	--rpc | --relay-metrics | --base-path | --node | --watch)
		[ $# -ge 2 ] || usage "$1 takes a value"
		case $1 in
		--rpc) RPC=$2 ;;
		--relay-metrics) RELAY_METRICS=$2 ;;
		--base-path) BASE=$2 ;;
		--node) NODE=$2 ;;
		--watch) WATCH=$2 ;;
		esac
		shift
		;;
	--no-relay) RELAY_METRICS= ;;
	*) usage "unknown argument $1" ;;
	esac
	shift
done
[[ $WATCH =~ ^[0-9]+$ ]] || usage '--watch takes seconds'
command -v curl >/dev/null || usage 'curl is missing: apt-get install curl'

PROBLEMS=0
good() { printf 'ok       %s\n' "$1"; }
note() { printf 'note     %s\n' "$1"; }
# problem WHAT DO
problem() {
	PROBLEMS=$((PROBLEMS + 1))
	printf 'PROBLEM  %s\n         do: %s\n' "$1" "$2"
}
finish() {
	if [ "$PROBLEMS" -eq 0 ]; then
		printf '\nNothing is wrong.\n'
		exit 0
	fi
	printf '\nProblems: %d\n' "$PROBLEMS"
	exit 1
}

# ask METHOD [PARAMS]: the whole answer; nothing if nobody answers.
ask() {
	curl --silent --max-time 10 --header 'content-type: application/json' \
		--data "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$1\",\"params\":[${2-}]}" "$RPC" 2>/dev/null
}
# field NAME: the value of a field, of text without its quotes.
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }
# hex NUMBER: from 0x… to decimal; nothing of nothing.
number() { [[ ${1-} =~ ^0x[0-9a-f]+$ ]] && printf '%d\n' "$1"; }
height() { number "$(ask chain_getHeader "${1-}" | field number)"; }
finalized() {
	local hash
	hash=$(ask chain_getFinalizedHead | field result)
	[ -n "$hash" ] && height "\"$hash\""
}

# ---- Does it answer?

HEALTH=$(ask system_health)
case $HEALTH in
*'"isSyncing"'*) good "a node answers at $RPC" ;;
'')
	problem "nobody answers at $RPC" \
		'systemctl status cadastre-node; journalctl -u cadastre-node -n 50. If it runs, its log says after "Running JSON-RPC server" where it listens: give that with --rpc'
	finish
	;;
*)
	problem "what answers at $RPC is no node: ${HEALTH:0:80}" 'give the address of the node with --rpc'
	finish
	;;
esac

# ---- Which node, which chain?

VERSION=$(ask system_version | field result)
CHAIN=$(ask system_chain | field result)
KIND=$(ask system_chainType | field result)
RUNTIME=$(ask state_getRuntimeVersion)
good "version $VERSION, chain $CHAIN ($KIND), runtime $(printf %s "$RUNTIME" | field specName) $(printf %s "$RUNTIME" | field specVersion)"
case $RUNTIME in
*'"specName":"cadastre"'*) ;;
*) problem "it serves another chain than Cadastre" 'start it with --chain and the chain spec of the network' ;;
esac
if [ -z "$NODE" ]; then NODE=$(command -v cadastre-node || true); fi
if [ -n "$NODE" ]; then
	INSTALLED=$("$NODE" --version 2>/dev/null | head -n 1)
	INSTALLED=${INSTALLED##* }
	if [ -n "$INSTALLED" ] && [ "$INSTALLED" != "$VERSION" ]; then
		problem "the node that runs is $VERSION, and $NODE is $INSTALLED" 'systemctl restart cadastre-node'
	elif [ -n "$INSTALLED" ]; then
		good 'the node that runs is the one that is installed'
	fi
fi
DEVELOPMENT=
[ "$KIND" != Development ] || DEVELOPMENT=yes

# ---- Time

NOW=$(date +%s)
if command -v timedatectl >/dev/null; then
	case $(timedatectl show --property=NTPSynchronized --value 2>/dev/null) in
	yes) good 'the clock is kept by the network' ;;
	no) problem 'the clock is not kept by the network: a collator with a wrong clock misses its slots' \
		'timedatectl set-ntp true, or install chrony' ;;
	*) note 'this machine does not say whether its clock is kept' ;;
	esac
fi
# Timestamp.Now: 64 bits of milliseconds, the least significant byte first.
STORED=$(ask state_getStorage '"0xf0c365c3cf59d671eb72da0e7a4113c49f1f0515f462cdcf84e0f1d6045dfcbb"' | field result)
AGE=
if [[ $STORED =~ ^0x([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$ ]]; then
	TURNED=
	for index in 8 7 6 5 4 3 2 1; do TURNED+=${BASH_REMATCH[index]}; done
	AGE=$((NOW - 16#$TURNED / 1000))
	if [ "$AGE" -lt -30 ] && [ -z "$DEVELOPMENT" ]; then
		problem "the chain is ahead of this machine's clock by $((-AGE)) s" 'set the clock: timedatectl set-ntp true'
	fi
fi

# ---- Disk

if [ -n "$BASE" ]; then
	if [ ! -d "$BASE" ]; then
		problem "there is no folder $BASE" 'give the folder of --base-path of the node'
	else
		FREE=$(df --output=avail -k "$BASE" 2>/dev/null | tail -n 1 | tr -d ' ')
		if [ "${FREE:-0}" -lt $((1024 * 1024)) ]; then
			problem "$BASE has $((${FREE:-0} / 1024)) MiB left: the node stops" 'free the disk or enlarge it, then systemctl restart cadastre-node'
		elif [ "$FREE" -lt $((10 * 1024 * 1024)) ]; then
			note "$BASE has only $((FREE / 1024 / 1024)) GiB left: the node stops at 1"
		else
			good "$BASE has $((FREE / 1024 / 1024)) GiB left"
		fi
	fi
else
	note 'the disk is not looked at: give the folder with --base-path'
fi

# ---- Peers, sync

PEERS=$(printf %s "$HEALTH" | field peers)
case $HEALTH in
*'"shouldHavePeers":true'*)
	if [ "${PEERS:-0}" -eq 0 ]; then
		problem 'it has no peers' \
			'open its P2P port (30333) in the firewall; look at bootNodes of the chain spec, or give one with --bootnodes'
	else
		good "it has $PEERS peers"
	fi
	;;
*) note 'it needs no peers' ;;
esac

# ---- Does it move?

STATE=$(ask system_syncState)
BEST=$(height)
FINAL=$(finalized)
relay_height() {
	curl --silent --max-time 5 "$RELAY_METRICS" 2>/dev/null |
		sed -n "s/^substrate_block_height{.*status=\"$1\".*} \([0-9]*\)$/\1/p" | head -n 1
}
RELAY='' RELAY_FINAL=''
if [ -n "$RELAY_METRICS" ] && [ -z "$DEVELOPMENT" ]; then
	RELAY=$(relay_height best)
	RELAY_FINAL=$(relay_height finalized)
fi
sleep "$WATCH"
BEST_LATER=$(height)
FINAL_LATER=$(finalized)
HIGHEST=$(printf %s "$STATE" | field highestBlock)

# The relay chain first: without it nothing else can be well.
RELAY_WELL=yes
if [ -n "$DEVELOPMENT" ]; then
	note 'a development chain has no relay chain'
elif [ -z "$RELAY_METRICS" ]; then
	note 'the relay chain is not looked at'
elif [ -z "$RELAY" ]; then
	note "the relay chain's node is not seen at $RELAY_METRICS: it is remote, or has other ports (--relay-metrics, --no-relay)"
else
	RELAY_LATER=$(relay_height best)
	RELAY_FINAL_LATER=$(relay_height finalized)
	if [ "${RELAY_LATER:-0}" -le "$RELAY" ]; then
		RELAY_WELL=
		problem "its relay chain node stands at block $RELAY" \
			"open its P2P port (30334); look whether the relay chain itself stands; without it nothing is built or final here"
	elif [ "${RELAY_FINAL_LATER:-0}" -le "${RELAY_FINAL:-0}" ]; then
		RELAY_WELL=
		problem "its relay chain node is at block $RELAY_LATER, and finality stands at ${RELAY_FINAL:-0}" \
			'while that node syncs, wait (its log says Syncing); otherwise the relay chain does not finalize, and neither can this chain'
	else
		good "the relay chain goes on: block $RELAY_LATER, final $RELAY_FINAL_LATER"
	fi
fi

SYNCING=
case $HEALTH in
*'"isSyncing":true'*)
	SYNCING=yes
	if [ "${BEST_LATER:-0}" -gt "${BEST:-0}" ]; then
		note "it syncs: block $BEST_LATER of ${HIGHEST:-?}"
	else
		problem "it syncs, and stands at block ${BEST:-?} of ${HIGHEST:-?}" \
			'look in its log for errors of import; if there are none, its peers give nothing: try --bootnodes with another'
	fi
	;;
esac
if [ -z "$SYNCING" ]; then
	if [ "${BEST_LATER:-0}" -gt "${BEST:-0}" ]; then
		good "it goes on: block $BEST_LATER"
	elif [ -n "$AGE" ] && [ "$AGE" -lt 60 ]; then
		good "its best block $BEST is $AGE s old"
	elif [ -n "$RELAY_WELL" ]; then
		problem "its best block ${BEST:-?} is ${AGE:-?} s old and no other follows" \
			'if other nodes are further, it is cut off from them (peers above); if not, no collator builds: look at the core on the Parachains page of the relay chain, and run this on the collators'
	else
		note "its best block ${BEST:-?} is ${AGE:-?} s old: that follows from the relay chain"
	fi
	if [ "${FINAL_LATER:-0}" -gt "${FINAL:-0}" ] || [ $((${BEST_LATER:-0} - ${FINAL_LATER:-0})) -le 20 ]; then
		good "finality follows: block ${FINAL_LATER:-?}"
	elif [ -n "$RELAY_WELL" ]; then
		problem "finality stands at ${FINAL_LATER:-?}, $((${BEST_LATER:-0} - ${FINAL_LATER:-0})) blocks behind" \
			'a block is final when the relay chain has finalized its inclusion: look whether it includes blocks of this chain'
	else
		note "finality stands at ${FINAL_LATER:-?}: that follows from the relay chain"
	fi
fi

# ---- May it author?

case $(ask system_nodeRoles) in
*Authority*)
	# One session key each, of 32 bytes.
	keys() { grep -oE '[0-9a-f]{64}' || true; }
	# A compact length first; up to 63 collators it is one byte.
	AUTHORITIES=$(ask state_call '"AuraApi_authorities","0x"' | field result)
	LENGTH=$((${#AUTHORITIES} - 2))
	AUTHORITIES=$(printf %s "${AUTHORITIES: -$((LENGTH / 64 * 64))}" | keys)
	PREFIX='"0xcec5070d609dd3497f72bde07fc96ba04c014e6bf8b8c2c011e7290b85696bb3"'
	NAMES=$(ask state_getKeysPaged "$PREFIX,500" | sed -n 's/.*"result":\(\[[^]]*\]\).*/\1/p')
	REGISTERED=$(ask state_queryStorageAt "${NAMES:-[]}" |
		grep -oE '"0x[0-9a-f]{64}"\]' | keys)
	has() {
		local answer
		answer=$(ask author_hasKey "\"0x$1\",\"aura\"")
		case $answer in
		*'"result":true'*) return 0 ;;
		*unsafe*) UNSAFE=yes ;;
		esac
		return 1
	}
	UNSAFE='' MINE='' LATER=''
	for key in $AUTHORITIES; do ! has "$key" || MINE=$key; done
	if [ -z "$MINE" ]; then
		for key in $REGISTERED; do ! has "$key" || LATER=$key; done
	fi
	if [ -n "$MINE" ]; then
		good "its session key 0x${MINE:0:8}… is one of $(printf '%s\n' "$AUTHORITIES" | wc -l) that author now"
	elif [ -n "$UNSAFE" ]; then
		note 'its keys are not looked at: it serves safe methods alone. A collator should not serve strangers; without --rpc-methods safe this could ask'
	elif [ -n "$LATER" ]; then
		problem "its session key 0x${LATER:0:8}… is set on the chain, and is not among those that author" \
			'collatorSelection.registerAsCandidate(), unless done; it authors from the session after the next if its bond is among the largest (a session is an hour)'
	else
		problem 'it has no session key that the chain knows' \
			'author_rotateKeysWithOwner on this node, then session.setKeys(keys, proof) by that owner: docs/operators.md, Session keys'
	fi
	;;
*'"Full"'*) note 'it is a full node: it authors nothing (--collator is not given)' ;;
*) note 'it does not say whether it is a collator' ;;
esac
finish
