// SPDX-License-Identifier: Apache-2.0

//! Pages of `docs/` of which parts are written from the code.

use std::{env, fs, path::PathBuf};

/// Compares a part of a page with what the code says. The part is between a line
/// `<!-- from the code: NAME -->` and a line `<!-- end -->`. `UPDATE_DOCS=1` writes it anew.
pub fn compare(page: &str, name: &str, part: &str) {
	let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs").join(page);
	let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("docs/{page}: {error}"));
	let (begin, end) = (format!("<!-- from the code: {name} -->\n"), "<!-- end -->");
	let (before, rest) =
		text.split_once(&begin).unwrap_or_else(|| panic!("docs/{page} has no part «{name}»"));
	let (written, after) = rest.split_once(end).expect("the part has an end");
	if written == part {
		return;
	}
	assert!(
		env::var_os("UPDATE_DOCS").is_some(),
		"docs/{page}, part «{name}», is not what the code says. UPDATE_DOCS=1 writes it anew; then \
		 review the difference. It should be:\n{part}"
	);
	fs::write(&file, format!("{before}{begin}{part}{end}{after}")).expect("the page is written");
}

/// A table in Markdown.
pub fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
	let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
	let head: Vec<_> = head.iter().map(|cell| (*cell).to_owned()).collect();
	let rule = format!("|{}\n", "---|".repeat(head.len()));
	let rows: String = rows.into_iter().map(|row| line(&row)).collect();
	format!("{}{rule}{rows}", line(&head))
}
