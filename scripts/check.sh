#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Everything about the sources that is checked without running them: format, rules of the project,
# licences, lints, documentation. `--fast` does what needs no compiler.

. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# The crates that must stand on their own in wasm, without the standard library.
WASM_CRATES=(-p cadastre-primitives -p pallet-compliance -p pallet-shares -p pallet-asset-registry
	-p pallet-valuation-oracle -p pallet-dividends -p pallet-dao)
# The cfg by which the SDK knows a runtime's build from any other without std.
WASM_FLAGS='--cfg substrate_runtime'

FAST=
case ${1-} in
--fast | fast) FAST=yes ;;
'') ;;
*) fail "check.sh takes nothing or --fast, not $1" ;;
esac

format() { cargo fmt --all --check || fail 'run cargo fmt --all'; }

# ---- Rules of the project

FOUND=
broken() {
	error "$@"
	FOUND=yes
}

# Prints the dependencies of a manifest, in every section of that kind, by package name.
dependencies_of() {
	awk '
		/^[[:space:]]*\[/ {
			section = $0
			gsub(/[][[:space:]]/, "", section)
			listed = section ~ /(^|\.)(dev-|build-)?dependencies$/
			if (section ~ /(^|\.)(dev-|build-)?dependencies\.[^.]+$/) {
				sub(/.*\./, "", section)
				print section
			}
			next
		}
		listed && /^[[:space:]]*["A-Za-z0-9_-]/ {
			name = $0
			sub(/^[[:space:]]*"?/, "", name)
			sub(/["[:space:].=].*/, "", name)
			print name
		}
		/package[[:space:]]*=[[:space:]]*"/ {
			name = $0
			sub(/.*package[[:space:]]*=[[:space:]]*"/, "", name)
			sub(/".*/, "", name)
			print name
		}' "$1"
}

package_name() { sed -n '/^\[package\]/,/^\[/s/^name *= *"\(.*\)"/\1/p' "$1"; }

rules() {
	local manifest other file lines

	for manifest in pallets/*/Cargo.toml; do
		for other in pallets/*/Cargo.toml; do
			[ "$manifest" != "$other" ] || continue
			if dependencies_of "$manifest" | grep -qxF "$(package_name "$other")"; then
				broken "$manifest depends on $(package_name "$other"): no pallet of ours depends on" \
					"another; put a trait into primitives/src/traits and wire it in the runtime"
			fi
		done
		lines=$(wc -l <"${manifest%/*}/src/lib.rs")
		[ "$lines" -le 500 ] ||
			broken "${manifest%/*}/src/lib.rs has $lines lines: 500 at most, move logic to functions.rs"
	done
	[ -n "$FOUND" ] || good 'no pallet of ours depends on another; each lib.rs has 500 lines or less'

	rule_of_words 'there is no sudo' 'pallet[_-]sudo|Sudo\b' \
		Cargo.toml ./*/Cargo.toml runtime/src
	rule_of_words 'nothing turns the canary on, which takes guards away' 'runtime/canary|"canary"' \
		Cargo.toml ./*/Cargo.toml pallets/*/Cargo.toml
	rule_of_words 'nothing is left undone' '\b(todo|unimplemented)!|\b(TODO|FIXME|XXX)\b' \
		primitives pallets runtime node client feeder integration-tests scripts docs ops zombienet
	rule_of_words 'no short cuts of FRAME' \
		'\bdev_mode\b|without_storage_info|pallet::getter|\bsp_std\b|\bRuntimeDebug\b|LockIdentifier|ReservableCurrency' \
		primitives pallets runtime
	# Clippy's cast lints speak of the code of derive macros too.
	rule_of_words 'no cast that could lose something' '\bas (u|i)(8|16|32|64|128|size)\b' \
		primitives/src pallets/*/src/*.rs
	rule_of_words 'the lockfile of npm names no registry' '"resolved"' \
		integration-tests/js/package-lock.json

	local unmarked=
	while IFS= read -r -d '' file; do
		head -n 3 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' || {
			broken "$file: no licence line at its top"
			unmarked=yes
		}
	done < <(find primitives pallets runtime node client feeder integration-tests scripts ops zombienet \
		-name node_modules -prune -o -name target -prune -o -path '*/.papi' -prune -o \
		-type f \( -name '*.rs' -o -name '*.sh' -o -name '*.mjs' -o -name '*.py' \) -print0)
	[ -n "$unmarked" ] || good 'each source file names its licence'
	tests_of_security docs/security.md
	[ -z "$FOUND" ]
}

# tests_of_security PAGE: every `path::test` that the page names is a test of that file.
tests_of_security() {
	local page=$1 named path name count=0 missing=
	while IFS= read -r named; do
		path=${named%%::*} name=${named#*::} count=$((count + 1))
		case $path in
		*.mjs) grep -qF "test('$name'," "$path" ;;
		# Counted, not stopped at the first: the pipe would break.
		*) grep -A 4 -E '^[[:space:]]*#\[(tokio::)?test\b' "$path" | grep -cE "\bfn $name\(" ;;
		esac >/dev/null 2>&1 || missing+=" $named"
	done < <(grep -oE '`[^` ]+\.(rs|mjs)::[^`]+`' "$page" | tr -d '`' | sort -u)
	if [ -n "$missing" ] || [ "$count" -eq 0 ]; then
		broken "$page names tests that are not there:$missing"
	else
		good "each of the $count tests that $page names is there"
	fi
}

# rule_of_words RULE PATTERN PATH…: the pattern is nowhere in the paths. This file has the patterns.
rule_of_words() {
	local rule=$1 pattern=$2 found
	shift 2
	found=$(grep -rnE "$pattern" "$@" --include='*.rs' --include='*.toml' --include='*.md' \
		--include='*.sh' --include='*.mjs' --include='*.json' --exclude-dir=node_modules \
		--exclude-dir=target --exclude-dir=.papi --exclude=check.sh || true)
	if [ -n "$found" ]; then
		printf '%s\n' "$found" >&2
		broken "rule broken: $rule"
	else
		good "$rule"
	fi
}

shell_scripts() {
	if command -v shellcheck >/dev/null; then
		shellcheck --severity=warning --external-sources --source-path=SCRIPTDIR --source-path=SCRIPTDIR/.. scripts/*.sh .ci/run
		good 'shellcheck finds nothing'
	else
		note 'shellcheck is not installed; the shell scripts are not checked'
	fi
}

# What operators copy: alert rules and their tests, units, the profile for the public.
operations() {
	if command -v promtool >/dev/null; then
		promtool check rules ops/prometheus/alerts.yml
		promtool test rules ops/prometheus/*.test.yml
	else
		note 'promtool (Debian: prometheus) is not installed; the alert rules are not tested'
	fi
	if command -v systemd-analyze >/dev/null; then
		local folder unit
		folder=$(mktemp -d)
		# A program that is not installed would be an error of this machine, not of the unit.
		for unit in ops/systemd/*.service; do
			sed 's#^ExecStart=[^ ]*#ExecStart=/bin/true#' "$unit" >"$folder/${unit##*/}"
		done
		systemd-analyze verify "$folder"/*.service || fail 'a unit of ops/systemd is not valid'
		rm -rf "$folder"
		good 'systemd-analyze finds nothing in the units'
	else
		note 'systemd-analyze is not installed; the units are not checked'
	fi
	local argument place missing=
	while IFS= read -r argument; do
		for place in docs/node.md ops/docker/compose.yml; do
			# The page writes them with a space.
			grep -qF -e "$argument" -e "${argument/=/ }" "$place" || missing+=" $place: $argument;"
		done
	done <ops/public-node.args
	[ -z "$missing" ] || fail "these are in ops/public-node.args and not in$missing"
	good 'the profile for the public is the same wherever it stands'
}

licences() {
	if cargo deny --version >/dev/null 2>&1; then
		cargo deny --locked check licenses
	else
		note 'cargo-deny is not installed; the licences of dependencies are not checked'
	fi
}

# ---- What the compiler checks

# The folder of clippy.toml, which clippy would else look for beside each crate.
export CLIPPY_CONF_DIR=$CADASTRE_ROOT

# Without the wasm, which a lint does not need. The runtime's build script runs with an output
# folder of its own under the wrapper, so the wasm of the ordinary build stays as it is.
lints_native() {
	SKIP_CADASTRE_RUNTIME_WASM_BUILD=1 RUSTC_WORKSPACE_WRAPPER=$CADASTRE_ROOT/scripts/clippy-driver.sh \
		CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__ \
		cargo build "${CARGO_FLAGS[@]}" --all-targets
}

lints_wasm() {
	CARGO_TARGET_WASM32V1_NONE_RUSTFLAGS=$WASM_FLAGS \
		cargo clippy --release --locked --target wasm32v1-none --no-default-features \
		"${WASM_CRATES[@]}" -- -D warnings
}

# For wasm, because the lints have just checked the dependencies for that target; natively they
# would all be checked once more.
documentation() {
	CARGO_TARGET_WASM32V1_NONE_RUSTFLAGS=$WASM_FLAGS RUSTDOCFLAGS="-D warnings $WASM_FLAGS" \
		cargo doc --release --locked --target wasm32v1-none --no-default-features --no-deps \
		"${WASM_CRATES[@]}"
}

stage 'format' format
stage 'rules of the project' rules
stage 'shell scripts' shell_scripts
stage 'what operators copy' operations
stage 'licences of dependencies' licences
if [ -z "$FAST" ]; then
	stage 'lints, native (compiles the dependencies)' lints_native
	stage 'lints, wasm without std' lints_wasm
	stage 'documentation' documentation
fi
