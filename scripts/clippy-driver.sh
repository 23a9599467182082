#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Runs clippy instead of rustc on the workspace's crates: cargo calls it as RUSTC_WORKSPACE_WRAPPER
# (see check.sh). `cargo clippy` would compile all of the SDK a second time, in check mode; this uses
# what the ordinary build has compiled. Nothing that it makes is ever run, so libraries are not
# optimised, and programs and tests are not even linked: cargo puts no program of this build in
# place of a real one.

harness='' binary='' folder='' name='' suffix='' previous=''
for argument; do
	case $previous in
	--crate-name) name=$argument ;;
	--out-dir) folder=$argument ;;
	--crate-type) [ "$argument" != bin ] || binary=yes ;;
	esac
	case $argument in
	--test) harness=yes ;;
	extra-filename=*) suffix=${argument#extra-filename=} ;;
	esac
	previous=$argument
done

case $name in
build_script_*) binary='' ;; # cargo runs these
esac
if [ -z "$harness$binary" ]; then
	exec clippy-driver "$@" -C opt-level=0
fi

for argument; do
	shift
	[ "$argument" != --emit=dep-info,link ] || argument=--emit=dep-info,metadata
	set -- "$@" "$argument"
done
clippy-driver "$@" || exit
# Without the file cargo would check a test again each time.
[ -z "$harness" ] || : >"$folder/$name$suffix"
