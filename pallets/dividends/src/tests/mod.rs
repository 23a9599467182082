// SPDX-License-Identifier: Apache-2.0

#![allow(clippy::arithmetic_side_effects)]

use crate::{mock::*, Event};
