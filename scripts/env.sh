# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The environment in which everything is built. Sourced by every script; source it in a shell of
# your own (`. scripts/env.sh`) so that a cargo command by hand finds what the scripts compiled.

CADASTRE_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export CADASTRE_ROOT

case ":$PATH:" in
*":${CARGO_HOME:-$HOME/.cargo}/bin:"*) ;;
*) export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH" ;;
esac

# One target folder for every clone, so that a fresh one finds the SDK compiled.
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/cadastre/target}
# The runtime's builder looks for the workspace above the target folder, where it is not.
export WASM_BUILD_WORKSPACE_HINT=$CADASTRE_ROOT
# The system's OpenSSL instead of 4 minutes of compiling another.
export OPENSSL_NO_VENDOR=1
# A runtime that only a storage benchmark of the SDK uses.
export SKIP_FRAME_STORAGE_ACCESS_TEST_RUNTIME_WASM_BUILD=1
# Release builds of this size gain nothing from it.
export CARGO_INCREMENTAL=0
# rustup would stop every command over a target that setup.sh has put there without it.
export RUSTUP_AUTO_INSTALL=0

# The same flags everywhere: another profile, feature or package selection compiles the SDK again.
# shellcheck disable=SC2034 # used by the scripts that source this
CARGO_FLAGS=(--release --workspace --locked)

CADASTRE_RUST=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' "$CADASTRE_ROOT/rust-toolchain.toml")
export CADASTRE_RUST

# rust-toolchain.toml asks for a toolchain by its version. Where that name is not installed but
# another toolchain is the same version ("stable", say), that one is used.
if [ -z "${RUSTUP_TOOLCHAIN-}" ] && command -v rustup >/dev/null; then
	cadastre_toolchains=${RUSTUP_HOME:-$HOME/.rustup}/toolchains
	if ! compgen -G "$cadastre_toolchains/$CADASTRE_RUST-*" >/dev/null; then
		for cadastre_toolchain in "$cadastre_toolchains"/*; do
			[ -x "$cadastre_toolchain/bin/rustc" ] || continue
			case $("$cadastre_toolchain/bin/rustc" --version) in
			"rustc $CADASTRE_RUST "*)
				RUSTUP_TOOLCHAIN=${cadastre_toolchain##*/}
				export RUSTUP_TOOLCHAIN
				break
				;;
			esac
		done
	fi
	unset cadastre_toolchain cadastre_toolchains
fi
