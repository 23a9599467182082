// SPDX-License-Identifier: Apache-2.0

//! The client is generated from `client/artifacts/cadastre.scale`: it must be this runtime's.

use cadastre_runtime::Runtime;
use std::{env, fs, path::PathBuf};

/// The newest version of metadata that subxt reads; it has view functions.
const VERSION: u32 = 16;

#[test]
fn the_clients_metadata_is_that_of_this_runtime() {
	// Defaults of storage and some constants are read from the state: that of no chain.
	let metadata = sp_io::TestExternalities::new_empty()
		.execute_with(|| Runtime::metadata_at_version(VERSION))
		.expect("the runtime has metadata of this version");
	let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../client/artifacts/cadastre.scale");

	if env::var_os("UPDATE_METADATA").is_some() {
		fs::create_dir_all(file.parent().expect("the file is in a folder")).unwrap();
		fs::write(&file, &metadata[..]).unwrap();
	}
	let committed = fs::read(&file).unwrap_or_default();
	assert!(
		committed == metadata[..],
		"client/artifacts/cadastre.scale is not the metadata of this runtime. Write it with\n\
		 UPDATE_METADATA=1 cargo test -p cadastre-runtime --test metadata"
	);
}
