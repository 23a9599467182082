// SPDX-License-Identifier: Apache-2.0

//! What an operator should do about an error, in the one line that shows it.

use std::error::Error;

/// Causes that an operator meets, and what to do about each. The first that matches is given.
const ADVICE: &[(&str, &str)] = &[
	(
		"Address already in use",
		"another process listens there: stop it, or give other ports with --rpc-port, --port and \
		 --prometheus-port",
	),
	("Permission denied", "give a folder that you may write to with --base-path"),
	("No space left on device", "free the disk, or give a folder on another with --base-path"),
	(
		"network key",
		"make one with `cadastre-node key generate-node-key --chain <chain> --base-path <folder>`",
	),
	(
		"Invalid node key",
		"a node key is 32 bytes in hex: make one with `cadastre-node key generate-node-key`",
	),
];

/// The error with its causes, and what to do about it, in one line.
pub(crate) fn explain(error: &dyn Error) -> String {
	let mut text = error.to_string();
	let mut cause = error.source();
	while let Some(inner) = cause {
		let inner_text = inner.to_string();
		if !text.contains(&inner_text) {
			text = format!("{text}: {inner_text}");
		}
		cause = inner.source();
	}
	let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
	match ADVICE.iter().find(|(mark, _)| text.contains(mark)) {
		Some((_, advice)) => format!("{text} — {advice}"),
		None => text,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::io;

	#[test]
	fn a_taken_port_is_explained_in_one_line() {
		let error = sc_cli::Error::Io(io::Error::from(io::ErrorKind::AddrInUse));
		let text = explain(&sc_cli::Error::Application(Box::new(error)));
		assert!(!text.contains('\n'));
	}

	#[test]
	fn the_advice_belongs_to_the_error() {
		let error = io::Error::other("Address already in use (os error 98)");
		assert!(explain(&error).contains("--rpc-port"));
		assert_eq!(explain(&io::Error::other("something\nelse")), "something else");
	}
}
