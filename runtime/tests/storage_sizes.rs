// SPDX-License-Identifier: Apache-2.0

//! The records that a transfer reads stay small.

use cadastre_primitives::Key;
use cadastre_runtime::AccountId;
use codec::MaxEncodedLen;

#[test]
fn what_a_transfer_reads_keeps_to_its_size() {
	for (name, size, limit) in [
		("Keys", Key::max_encoded_len(), 64),
		("ProviderStatus", pallet_compliance::Standing::max_encoded_len(), 64),
		("Packs", pallet_compliance::Pack::max_encoded_len(), 512),
		("Books", pallet_shares::Book::<AccountId>::max_encoded_len(), 256),
		("Positions", pallet_shares::Position::max_encoded_len(), 128),
	] {
		assert!(size <= limit, "{name}: {size} bytes, at most {limit}");
	}
}
