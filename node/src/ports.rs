// SPDX-License-Identifier: Apache-2.0

//! A port that the operator asks for is the port that the node takes, or the node says why not.
//!
//! The library moves the RPC server to a random free port if the one that it should take is not
//! free. Whoever gave a port would then talk to another program.

use std::{
	ffi::OsString,
	io,
	net::{Ipv4Addr, TcpListener},
};

/// Whether the RPC port of the command line, if it names one, is free.
///
/// # Errors
/// If it is not, or may not be listened on.
pub(crate) fn check() -> io::Result<()> {
	let Some(port) = rpc_port(std::env::args_os().skip(1)) else { return Ok(()) };
	free(port)
}

fn free(port: u16) -> io::Result<()> {
	TcpListener::bind((Ipv4Addr::LOCALHOST, port))
		.map(drop)
		.map_err(|error| io::Error::new(error.kind(), format!("RPC port {port}: {error}")))
}

/// The port of `--rpc-port`; none if the option is not there, or not a number: that the library says.
/// 0 asks for any free port.
fn rpc_port(arguments: impl Iterator<Item = OsString>) -> Option<u16> {
	// What follows `--` is the relay chain's.
	let mut ours = arguments
		.map(|argument| argument.to_string_lossy().into_owned())
		.take_while(|argument| argument != "--");
	let value = loop {
		let argument = ours.next()?;
		if argument == "--rpc-port" {
			break ours.next()?;
		}
		if let Some(value) = argument.strip_prefix("--rpc-port=") {
			break value.into();
		}
	};
	value.parse().ok().filter(|port| *port != 0)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn port(arguments: &[&str]) -> Option<u16> {
		rpc_port(arguments.iter().map(OsString::from))
	}

	#[test]
	fn the_port_is_found_in_either_form() {
		assert_eq!(port(&["--dev", "--rpc-port", "9955"]), Some(9955));
		assert_eq!(port(&["--rpc-port=9955", "--dev"]), Some(9955));
	}

	#[test]
	fn where_no_port_is_asked_for_none_is_checked() {
		for none in [&[][..], &["--rpc-port"], &["--rpc-port", "x"], &["--rpc-port", "0"]] {
			assert_eq!(port(none), None);
		}
		assert_eq!(port(&["--dev", "--", "--rpc-port", "9955"]), None);
	}

	#[test]
	fn a_taken_port_is_an_error_that_names_it_and_a_free_one_is_none() {
		let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
		let port = taken.local_addr().unwrap().port();
		let error = free(port).unwrap_err();
		assert_eq!(error.kind(), io::ErrorKind::AddrInUse);
		assert!(error.to_string().contains(&port.to_string()), "{error}");
		drop(taken);
		free(port).unwrap();
	}
}
