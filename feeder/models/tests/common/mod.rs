// SPDX-License-Identifier: Apache-2.0

//! What the tests share.

use cadastre_models::{Artefact, Sales};
use std::path::{Path, PathBuf};

pub(crate) fn root() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The 5,348 sales that are in the repository.
pub(crate) fn sales() -> Sales {
	Sales::load(&root().join("data/seattle-sales.csv")).unwrap()
}

/// An artefact of the repository.
pub(crate) fn artefact(name: &str) -> Artefact {
	Artefact::load(&root().join(format!("feeder/artefacts/{name}.json"))).unwrap()
}
