#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Shows that the suite of ways round the rules (runtime/tests/bypass/) would notice a missing guard:
# builds the runtime with the feature `canary`, with which a test can take its guards away, and runs
# the suite once as it is and once without the guards that are in the way of each row. Prints tables
# of the rows that must fail, by what is in their way, and fails if one of them stays green without
# its guards. Only our own crates are compiled for it. No wasm and no node is built with the feature.

set -euo pipefail
# shellcheck source=scripts/env.sh
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$CADASTRE_ROOT"

export SKIP_CADASTRE_RUNTIME_WASM_BUILD=1
exec cargo test "${CARGO_FLAGS[@]}" --features cadastre-runtime/canary --test bypass -- \
	--nocapture --test-threads=1 "$@"
