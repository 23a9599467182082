#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Installs what the build and the tests need and is not there yet: Debian packages, the Rust
# toolchain's parts, the wasm target, cargo-nextest, Node.js and the packages of the JavaScript
# tests. Says each thing that it does; running it again changes nothing.

. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Compiled with the Rust of rust-toolchain.toml; any newer one that is installed already will do.
NEXTEST_VERSION=0.9.143
WASM_TARGET=wasm32v1-none
DEBIAN_PACKAGES=(build-essential ca-certificates clang cmake curl git libclang-dev libssl-dev pkg-config protobuf-compiler)

debian_packages() {
	local package missing=()
	if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
		for package in clang cmake curl git pkg-config protoc cc npm; do
			command -v "$package" >/dev/null || missing+=("$package")
		done
		[ ${#missing[@]} -eq 0 ] ||
			fail "this is no Debian, so install these commands by your system's means, with the" \
				"headers of libclang and OpenSSL: ${missing[*]}"
		note 'no Debian; the commands that the build needs are here'
		return
	fi
	# A Node.js from elsewhere will do as well.
	if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
		DEBIAN_PACKAGES+=(nodejs npm)
	fi
	for package in "${DEBIAN_PACKAGES[@]}"; do
		case $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) in
		installed) ;;
		*) missing+=("$package") ;;
		esac
	done
	if [ ${#missing[@]} -eq 0 ]; then
		good 'Debian packages are installed'
		return
	fi
	local as_root=()
	if [ "$(id -u)" -ne 0 ]; then
		if [ -t 0 ] && command -v sudo >/dev/null; then
			as_root=(sudo)
		elif sudo -n true 2>/dev/null; then
			as_root=(sudo -n)
		else
			fail "these Debian packages are missing, and installing them needs root. Run as root:" \
				"apt-get install ${missing[*]}"
		fi
	fi
	say "installing Debian packages: ${missing[*]}"
	"${as_root[@]}" apt-get update --quiet --quiet ||
		note 'apt-get update failed; trying with the package lists that are here'
	"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
		apt-get install --quiet --yes --no-install-recommends "${missing[@]}" ||
		fail "apt-get could not install ${missing[*]}: see its message above"
	good "installed: ${missing[*]}"
}

rust_toolchain() {
	if ! command -v cargo >/dev/null || ! command -v rustc >/dev/null; then
		fail "there is no cargo: install Rust $CADASTRE_RUST with rustup (https://rustup.rs), then" \
			"run this again"
	fi
	if ! rustc --version >/dev/null 2>&1 && command -v rustup >/dev/null; then
		say "installing Rust $CADASTRE_RUST with rustup"
		rustup toolchain install "$CADASTRE_RUST" --profile minimal --no-self-update ||
			fail "rustup could not install Rust $CADASTRE_RUST: see its message above"
	fi
	local version
	version=$(rustc --version | cut -d ' ' -f 2)
	[ "$version" = "$CADASTRE_RUST" ] ||
		fail "rustc is $version, but the project is built with $CADASTRE_RUST:" \
			"rustup toolchain install $CADASTRE_RUST"
	good "Rust $version${RUSTUP_TOOLCHAIN+ (toolchain $RUSTUP_TOOLCHAIN)}"
	local component missing=()
	cargo fmt --version >/dev/null 2>&1 || missing+=(rustfmt)
	cargo clippy --version >/dev/null 2>&1 || missing+=(clippy)
	for component in "${missing[@]}"; do
		say "installing $component with rustup"
		rustup component add "$component" ||
			fail "$component is missing and rustup could not add it; only scripts/check.sh needs it"
	done
	good 'rustfmt and clippy are installed'
}

# Compiles and links a small library as the runtime is linked, with link-time optimisation: a
# standard library without bitcode would fail there, after ten minutes.
wasm_target_works() {
	local folder
	folder=$(mktemp -d)
	cat >"$folder/lib.rs" <<-'RUST'
		#![no_std]
		extern crate alloc;
		use core::alloc::{GlobalAlloc, Layout};
		struct None;
		unsafe impl GlobalAlloc for None {
			unsafe fn alloc(&self, _: Layout) -> *mut u8 { core::ptr::null_mut() }
			unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
		}
		#[global_allocator]
		static ALLOCATOR: None = None;
		#[panic_handler]
		fn panic(_: &core::panic::PanicInfo) -> ! { loop {} }
		#[no_mangle]
		pub extern "C" fn probe(n: u32) -> usize { alloc::vec![n; 3].len() }
	RUST
	local status=0
	rustc --edition 2021 --crate-type cdylib --target "$WASM_TARGET" -O -C panic=abort -C lto=fat \
		-o "$folder/probe.wasm" "$folder/lib.rs" >"$folder/log" 2>&1 || status=$?
	WASM_PROBLEM=$(cat "$folder/log")
	rm -rf "$folder"
	return "$status"
}

wasm_target() {
	if wasm_target_works; then
		good "target $WASM_TARGET compiles and links"
		return
	fi
	if command -v rustup >/dev/null; then
		say "adding target $WASM_TARGET with rustup"
		if RUSTUP_MAX_RETRIES=1 timeout 300 rustup target add "$WASM_TARGET" && wasm_target_works; then
			good "target $WASM_TARGET added with rustup"
			return
		fi
		note 'rustup could not add it (see above)'
	fi
	say "building the standard library of $WASM_TARGET from Debian's package rust-src"
	standard_library_from_source
	wasm_target_works || {
		printf '%s\n' "$WASM_PROBLEM" >&2
		fail "target $WASM_TARGET was built but does not link: see above"
	}
	good "target $WASM_TARGET built from Debian's rust-src"
}

# `core` and `alloc` for the wasm target, compiled from the source of the same Rust and put into the
# toolchain, for machines that reach Debian's archive but not rustup's.
standard_library_from_source() {
	local sysroot folder
	sysroot=$(rustc --print sysroot)
	[ -w "$sysroot/lib/rustlib" ] ||
		fail "$sysroot is not writable: run this as the user who owns it"
	folder=$(mktemp -d)
	local source=$sysroot/lib/rustlib/src/rust/library
	if [ -e "$source/Cargo.lock" ]; then
		good "the standard library's source is in the toolchain"
	else
		rust_source_from_debian "$folder"
		mkdir -p "${source%/*}"
		rm -rf "$source"
		cp -R "$folder/library" "$source"
	fi
	mkdir -p "$folder/build/src"
	cat >"$folder/build/Cargo.toml" <<-'TOML'
		[package]
		name = "standard-library"
		version = "0.0.0"
		edition = "2021"
		[workspace]
	TOML
	echo '#![no_std]' >"$folder/build/src/lib.rs"
	# With bitcode, without which link-time optimisation fails.
	(
		cd "$folder/build"
		env -u RUSTC_WORKSPACE_WRAPPER RUSTFLAGS='-C embed-bitcode=yes' RUSTC_BOOTSTRAP=1 \
			CARGO_TARGET_DIR="$folder/target" \
			cargo build --quiet --release --target "$WASM_TARGET" -Z build-std=core,alloc
	) || fail "the standard library for $WASM_TARGET did not compile: see above"
	local libraries=$sysroot/lib/rustlib/$WASM_TARGET/lib
	mkdir -p "$libraries"
	local library
	for library in core alloc compiler_builtins; do
		rm -f "$libraries/lib$library"-*.rlib
		cp "$folder/target/$WASM_TARGET/release/deps/lib$library"-*.rlib "$libraries/"
	done
	# What was compiled against an earlier one would not be seen as out of date.
	rm -rf "$CARGO_TARGET_DIR/release/wbuild"
	rm -rf "$folder"
}

# rust_source_from_debian FOLDER: FOLDER/library, from the newest Debian suite that has this version
# of Rust. Uses package lists of its own, so the machine's stay as they are and no root is needed.
rust_source_from_debian() {
	local folder=$1 mirror suite version options=() keyring=/usr/share/keyrings/debian-archive-keyring.gpg
	command -v apt-get >/dev/null || fail "only Debian's archive has the source that is needed"
	mirror=$(debian_mirror)
	[ -n "$mirror" ] || fail "found no Debian mirror in /etc/apt/sources.list and sources.list.d"
	mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"
	options=(
		-o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null
		-o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache"
		-o APT::Sandbox::User= -o Acquire::Languages=none
	)
	for suite in trixie-backports trixie forky sid; do
		printf 'deb %s%s %s main\n' "$([ ! -e $keyring ] || echo "[signed-by=$keyring] ")" \
			"$mirror" "$suite" >"$folder/sources.list"
		say "looking for rust-src $CADASTRE_RUST in Debian's $suite"
		apt-get "${options[@]}" update --quiet --quiet || continue
		version=$(apt-cache "${options[@]}" madison rust-src |
			awk -v wanted="$CADASTRE_RUST+" '{ gsub(/ /, "", $0); split($0, field, "|")
				if (index(field[2], wanted) == 1) { print field[2]; exit } }')
		[ -n "$version" ] || continue
		say "taking rust-src $version"
		(cd "$folder" && apt-get "${options[@]}" download --quiet "rust-src=$version") || continue
		dpkg-deb --extract "$folder"/rust-src_*.deb "$folder/package"
		mv "$folder/package/usr/src/rustc-$CADASTRE_RUST/library" "$folder/library"
		return
	done
	fail "no Debian suite that was reached has rust-src $CADASTRE_RUST; on a machine where rustup" \
		"reaches its server, run: rustup target add $WASM_TARGET"
}

# The address of the machine's own Debian mirror, from one-line and deb822 sources.
debian_mirror() {
	local root=${APT_SOURCES_ROOT:-/etc/apt} files=()
	mapfile -t files < <(compgen -G "$root/sources.list" || true
		compgen -G "$root/sources.list.d/*.list" || true)
	{
		[ ${#files[@]} -eq 0 ] ||
			sed -nE 's/^[[:space:]]*deb[[:space:]]+(\[[^]]*\][[:space:]]+)?([^[:space:]]+)[[:space:]].*[[:space:]]main([[:space:]].*)?$/\2/p' "${files[@]}"
		mapfile -t files < <(compgen -G "$root/sources.list.d/*.sources" || true)
		[ ${#files[@]} -eq 0 ] ||
			awk 'FNR == 1 || /^[[:space:]]*$/ { uris = 0 }
				/^[[:space:]]*#/ { next }
				/^URIs:/ { uris = 1; sub(/^URIs:/, "") }
				/^[A-Za-z-]+:/ { uris = 0 }
				uris { for (i = 1; i <= NF; i++) print $i }' "${files[@]}"
	} | grep -v -e security -e '^cdrom:' | grep -m 1 -i debian
}

nextest() {
	local version
	if version=$(cargo nextest --version 2>/dev/null); then
		good "$(printf '%s\n' "$version" | head -n 1)"
		return
	fi
	say "installing cargo-nextest $NEXTEST_VERSION (some minutes)"
	# Without optimisation: it only starts the tests.
	env -u CARGO_TARGET_DIR cargo install cargo-nextest --locked --version "$NEXTEST_VERSION" \
		--no-default-features --features default-no-update --debug ||
		fail "cargo could not install cargo-nextest $NEXTEST_VERSION: see its message above"
	good "installed cargo-nextest $NEXTEST_VERSION"
}

javascript() {
	local folder=integration-tests/js stamp
	stamp=$(sha256sum "$folder/package-lock.json" | cut -d ' ' -f 1)
	if [ "$(cat "$folder/node_modules/.cadastre-lock" 2>/dev/null)" = "$stamp" ]; then
		good "the JavaScript tests' packages are installed"
	else
		say "installing the JavaScript tests' packages (npm ci)"
		(cd "$folder" && npm ci --no-progress --loglevel=error) ||
			fail "npm could not install $folder/package-lock.json: see its message above"
		printf '%s\n' "$stamp" >"$folder/node_modules/.cadastre-lock"
		good "the JavaScript tests' packages were installed"
	fi
	good "Node.js $("$(node_js)" --version)"
}

debian_packages
rust_toolchain
wasm_target
nextest
javascript
