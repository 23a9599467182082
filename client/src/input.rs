// SPDX-License-Identifier: Apache-2.0

//! CSV files, read and checked row by row before anything is sent.
//!
//! A row that is wrong is named by file, line and column, with what the column takes. All rows are
//! read, so that a file is put right at once and not error by error.

use cadastre_primitives::{
	AssetClass, AssetFacts, AssetId, Balance, Claims, CountryCode, Flags, Moment, PaperKind,
	ShareTerms,
};
use csv::StringRecord;
use serde::Serialize;
use std::{
	collections::{HashMap, HashSet},
	fmt,
	path::{Path, PathBuf},
};

use crate::{account::Account, digest, report::parse_flags, time::parse_date};

/// The longest name of an asset, in bytes.
const MAX_NAME: usize = cadastre_primitives::MAX_NAME as usize;

/// Why a file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
	/// The file cannot be read.
	#[error("{file} cannot be read: {reason}")]
	Unreadable {
		/// The file.
		file: PathBuf,
		/// What the operating system says.
		reason: std::io::Error,
	},
	/// The first line does not name the columns that are needed.
	#[error("{file}:1: the column \"{column}\" {defect}; the columns are {columns}")]
	Columns {
		/// The file.
		file: PathBuf,
		/// The column.
		column: String,
		/// What is wrong with it.
		defect: &'static str,
		/// All columns, those in brackets not needed.
		columns: &'static str,
	},
	/// There is no row.
	#[error("{file} has no row beside the names of the columns")]
	Empty {
		/// The file.
		file: PathBuf,
	},
	/// Rows are wrong.
	#[error(
		"{}\n{} of {rows} rows cannot be used and nothing was sent; put them right, or pass \
		 --continue to send the others",
		Listed(.defects),
		wrong_rows(.defects)
	)]
	Rows {
		/// How many rows there are.
		rows: usize,
		/// What is wrong.
		defects: Vec<Defect>,
	},
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Defect {
	/// The file.
	pub file: PathBuf,
	/// The line, from 1, the line of the column names included.
	pub line: u64,
	/// The name of the column; empty if it concerns the whole row.
	pub column: String,
	/// What is wrong, and what the column takes.
	pub problem: String,
}

impl fmt::Display for Defect {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}:{}", self.file.display(), self.line)?;
		if !self.column.is_empty() {
			write!(f, ":{}", self.column)?;
		}
		write!(f, ": {}", self.problem)
	}
}

struct Listed<'a>(&'a [Defect]);

impl fmt::Display for Listed<'_> {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		for (place, defect) in self.0.iter().enumerate() {
			if place > 0 {
				writeln!(f)?;
			}
			write!(f, "{defect}")?;
		}
		Ok(())
	}
}

fn wrong_rows(defects: &[Defect]) -> usize {
	defects.iter().map(|defect| defect.line).collect::<HashSet<_>>().len()
}

/// The rows of a file: those that can be used, and what is wrong with the others.
#[derive(Debug)]
pub struct Rows<T> {
	/// The rows that can be used.
	pub good: Vec<T>,
	/// What is wrong with the others.
	pub defects: Vec<Defect>,
	/// How many rows there are in all.
	pub total: usize,
}

impl<T> Rows<T> {
	/// The rows, if each of them can be used; or those that can, if `despite` says so.
	///
	/// # Errors
	/// If a row cannot be used and `despite` is not set, or none can.
	pub fn accept(self, despite: bool) -> Result<(Vec<T>, Vec<Defect>), InputError> {
		if self.defects.is_empty() || (despite && !self.good.is_empty()) {
			Ok((self.good, self.defects))
		} else {
			Err(InputError::Rows { rows: self.total, defects: self.defects })
		}
	}
}

/// An investor to admit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvestorRow {
	/// The line in the file.
	pub line: u64,
	/// The first key.
	pub account: Account,
	/// What the provider states.
	pub claims: Claims,
}

/// An asset to register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetRow {
	/// The line in the file.
	pub line: u64,
	/// Its name.
	pub name: String,
	/// What is recorded of it. They are of its class.
	pub facts: AssetFacts,
	/// The country whose law it is under.
	pub country: Option<CountryCode>,
	/// What its shares are.
	pub shares: ShareTerms,
	/// Its papers.
	pub papers: Vec<PaperRow>,
}

/// A paper to file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperRow {
	/// What it is.
	pub kind: PaperKind,
	/// BLAKE2b-256 of the document.
	pub digest: [u8; 32],
	/// The date on the document.
	pub dated: Moment,
}

/// The columns of a file of investors. Those in brackets may be left out.
pub const INVESTOR_COLUMNS: &str =
	"account, residence, [tax_residence], flags, [valid_from], valid_until";

/// The columns of a file of assets. Those in brackets may be left out.
pub const ASSET_COLUMNS: &str =
	"name, class, facts, [country], authorised, [units_per_share], [class_of], [papers]";

/// Reads a file of investors. What the provider states must hold at `now`.
///
/// # Errors
/// If the file cannot be read or lacks a column. Rows that are wrong are in the answer.
pub fn investors(file: &Path, now: Moment) -> Result<Rows<InvestorRow>, InputError> {
	let mut accounts: HashMap<Account, u64> = HashMap::new();
	read(
		file,
		INVESTOR_COLUMNS,
		&["account", "residence", "flags", "valid_until"],
		&["tax_residence", "valid_from"],
		|row| {
			let account = row.parse("account", |text| {
				text.parse::<Account>().map_err(|error| error.to_string())
			});
			let residence = row.parse("residence", country);
			let tax_residence = row.parse_optional("tax_residence", country);
			let flags = row.parse("flags", |text| {
				parse_flags(text).filter(|flags| !flags.is_empty()).ok_or_else(|| {
					format!(
						"\"{text}\" is no set of flags; join by + some of kyc, aml, retail, \
						 accredited, professional, institutional, pep, us-person"
					)
				})
			});
			let valid_from = row.parse_optional("valid_from", date);
			let valid_until = row.parse("valid_until", |text| {
				let until = date(text)?;
				if until <= now {
					return Err(format!(
						"{text} is over on the chain's clock; give the first day on which the \
						 statement holds no more"
					));
				}
				Ok(until)
			});
			let line = row.line;
			let (account, residence, flags, valid_until) =
				(account?, residence?, flags?, valid_until?);
			let (tax_residence, valid_from) = (tax_residence?, valid_from?);
			let valid_from = valid_from.unwrap_or(now);
			if valid_until <= valid_from {
				row.defect("valid_until", "is not after valid_from".to_owned());
				return None;
			}
			if let Some(first) = accounts.insert(account.clone(), line) {
				row.defect("account", format!("stands in line {first} already"));
				return None;
			}
			Some(InvestorRow {
				line,
				account,
				claims: Claims {
					residence,
					tax_residence: tax_residence.unwrap_or(residence),
					flags: Flags(flags.0),
					valid_from,
					valid_until,
				},
			})
		},
	)
}

/// Reads a file of assets. [Facts](crate::facts) are written as `name=value`, several are joined by
/// `;`. A paper is written as `kind:date:document`, several are joined by `;`; the document is a file
/// beside the CSV file, or `0x` and the 64 digits of its digest. No paper is dated later than `now`.
/// A class of another asset's shares is written as `asset:rank`.
///
/// # Errors
/// If the file cannot be read or lacks a column. Rows that are wrong are in the answer.
pub fn assets(file: &Path, now: Moment) -> Result<Rows<AssetRow>, InputError> {
	let folder = file.parent().unwrap_or(Path::new("")).to_owned();
	let needed = ["name", "class", "facts", "authorised"];
	let allowed = ["country", "units_per_share", "class_of", "papers"];
	read(file, ASSET_COLUMNS, &needed, &allowed, |row| {
		let name = row.parse("name", |text| {
			if text.len() > MAX_NAME {
				return Err(format!("is {} bytes long; a name has at most {MAX_NAME}", text.len()));
			}
			if text.chars().any(char::is_control) {
				return Err("has a control character".to_owned());
			}
			Ok(text.to_owned())
		});
		let facts = row
			.parse("class", class)
			.and_then(|class| row.parse("facts", |text| crate::facts::parse(class, text, &folder)));
		let country = row.parse_optional("country", country);
		let authorised = row.parse("authorised", |text| match text.parse::<Balance>() {
			Ok(0) => Err("is 0, so that no share could be issued".to_owned()),
			Ok(number) => Ok(number),
			Err(_) => Err(format!("\"{text}\" is no whole number of units")),
		});
		let units = row.parse_optional("units_per_share", |text| match text.parse::<Balance>() {
			Ok(0) => Err("is 0, so that a share would be nothing".to_owned()),
			Ok(number) => Ok(number),
			Err(_) => Err(format!("\"{text}\" is no whole number of units")),
		});
		let class_of = row.parse_optional("class_of", class_of);
		let papers = row.parse_optional("papers", |text| {
			text.split(';').map(|paper| parse_paper(paper, &folder, now)).collect()
		});
		let line = row.line;
		let (name, facts, authorised) = (name?, facts?, authorised?);
		let (country, units, class_of, papers) = (country?, units?, class_of?, papers?);
		Some(AssetRow {
			line,
			name,
			facts,
			country,
			shares: ShareTerms { authorised, units_per_share: units.unwrap_or(1), class_of },
			papers: papers.unwrap_or_default(),
		})
	})
}

/// A paper that is written as `kind:date:document`.
///
/// # Errors
/// If it is not written so, or the document cannot be read. The text says what is wrong.
pub fn parse_paper(text: &str, folder: &Path, now: Moment) -> Result<PaperRow, String> {
	let mut parts = text.trim().splitn(3, ':').map(str::trim);
	let (Some(kind), Some(dated), Some(document)) = (parts.next(), parts.next(), parts.next())
	else {
		return Err(format!(
			"\"{text}\" is no paper; write kind:date:document, such as title:2026-01-31:deed.pdf"
		));
	};
	let kind = paper_kind(kind)?;
	let dated = date(dated)?;
	if dated > now {
		return Err("a paper is dated in the future of the chain's clock".to_owned());
	}
	Ok(PaperRow { kind, digest: parse_document(document, folder)?, dated })
}

/// The digest of a document: of a file in the folder, or what stands after `0x`.
///
/// # Errors
/// If the file cannot be read, or the digest is none. The text says what is wrong.
pub fn parse_document(document: &str, folder: &Path) -> Result<[u8; 32], String> {
	match document.strip_prefix("0x") {
		Some(digits) => {
			let mut digest = [0; 32];
			hex::decode_to_slice(digits, &mut digest)
				.map_err(|_| format!("{document} is no digest; give 64 hexadecimal digits"))?;
			Ok(digest)
		},
		None => std::fs::read(folder.join(document))
			.map(|bytes| digest(&bytes))
			.map_err(|error| format!("the document {document} cannot be read: {error}")),
	}
}

fn class_of(text: &str) -> Result<(AssetId, u8), String> {
	text.split_once(':')
		.and_then(|(asset, rank)| Some((asset.parse().ok()?, rank.parse().ok()?)))
		.ok_or_else(|| {
			format!("\"{text}\" is no class; write asset:rank, such as 7:1, the lowest rank first")
		})
}

/// The class of a name such as `real-estate`.
///
/// # Errors
/// If there is no such class. The text says which there are.
pub fn class(text: &str) -> Result<AssetClass, String> {
	Ok(match text {
		"real-estate" => AssetClass::RealEstate,
		"debt" => AssetClass::Debt,
		"fund" => AssetClass::Fund,
		"commodity" => AssetClass::Commodity,
		"data" => AssetClass::Data,
		"equity" => AssetClass::Equity,
		"receivable" => AssetClass::Receivable,
		"application" => AssetClass::Application,
		"other" => AssetClass::Other,
		_ => {
			return Err(format!(
				"\"{text}\" is no class; it is one of real-estate, debt, fund, commodity, data, \
				 equity, receivable, application, other"
			))
		},
	})
}

/// The kind of paper of a name such as `title`.
///
/// # Errors
/// If there is no such kind. The text says which there are.
pub fn paper_kind(text: &str) -> Result<PaperKind, String> {
	Ok(match text {
		"title" => PaperKind::Title,
		"prospectus" => PaperKind::Prospectus,
		"valuation" => PaperKind::Valuation,
		"inspection" => PaperKind::Inspection,
		"insurance" => PaperKind::Insurance,
		"articles" => PaperKind::Articles,
		"contract" => PaperKind::Contract,
		"licence" => PaperKind::Licence,
		"report" => PaperKind::Report,
		"wind-up-plan" => PaperKind::WindUpPlan,
		_ => {
			return Err(format!(
				"\"{text}\" is no kind of paper; it is one of title, prospectus, valuation, \
				 inspection, insurance, articles, contract, licence, report, wind-up-plan"
			))
		},
	})
}

fn country(text: &str) -> Result<CountryCode, String> {
	crate::pack::parse_country(text).ok_or_else(|| {
		format!("\"{text}\" is no country code; give one of ISO 3166-1 in two capitals, such as CH")
	})
}

fn date(text: &str) -> Result<Moment, String> {
	parse_date(text).ok_or_else(|| format!("\"{text}\" is no date; write it as 2026-12-31"))
}

/// One row while it is read.
struct Row<'a> {
	line: u64,
	record: &'a StringRecord,
	places: &'a HashMap<String, usize>,
	file: &'a Path,
	defects: &'a mut Vec<Defect>,
}

impl Row<'_> {
	/// The value of a column that must have one; nothing, and a defect, if it has none or a wrong
	/// one.
	fn parse<T>(
		&mut self,
		column: &str,
		read: impl FnOnce(&str) -> Result<T, String>,
	) -> Option<T> {
		let text = self.text(column);
		if text.is_empty() {
			self.defect(column, "is empty".to_owned());
			return None;
		}
		self.read(column, &text, read)
	}

	/// The value of a column that may have one. Nothing, and a defect, only if it is wrong.
	fn parse_optional<T>(
		&mut self,
		column: &str,
		read: impl FnOnce(&str) -> Result<T, String>,
	) -> Option<Option<T>> {
		let text = self.text(column);
		if text.is_empty() {
			return Some(None);
		}
		self.read(column, &text, read).map(Some)
	}

	fn read<T>(
		&mut self,
		column: &str,
		text: &str,
		read: impl FnOnce(&str) -> Result<T, String>,
	) -> Option<T> {
		match read(text) {
			Ok(value) => Some(value),
			Err(problem) => {
				self.defect(column, problem);
				None
			},
		}
	}

	fn text(&self, column: &str) -> String {
		let field = self.places.get(column).and_then(|place| self.record.get(*place));
		field.unwrap_or_default().trim().to_owned()
	}

	fn defect(&mut self, column: &str, problem: String) {
		self.defects.push(Defect {
			file: self.file.to_owned(),
			line: self.line,
			column: column.to_owned(),
			problem,
		});
	}
}

fn read<T>(
	file: &Path,
	columns: &'static str,
	needed: &[&str],
	allowed: &[&str],
	mut parse: impl FnMut(&mut Row<'_>) -> Option<T>,
) -> Result<Rows<T>, InputError> {
	let text = std::fs::read(file)
		.map_err(|reason| InputError::Unreadable { file: file.to_owned(), reason })?;
	let mut reader =
		csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(&text[..]);
	let mut defects = Vec::new();
	let mut good = Vec::new();
	let mut total = 0;
	let mut places: Option<HashMap<String, usize>> = None;
	let mut width = 0;
	let mut record = StringRecord::new();
	loop {
		let before = reader.position().line();
		match reader.read_record(&mut record) {
			Ok(false) => break,
			Ok(true) => (),
			// Only bytes that are no UTF-8 come here: the bytes are in memory and any width is taken.
			Err(error) => {
				total += 1;
				defects.push(Defect {
					file: file.to_owned(),
					line: error.position().map_or(before, csv::Position::line),
					column: String::new(),
					problem: "has bytes that are no UTF-8; save the file as UTF-8".to_owned(),
				});
				continue;
			},
		}
		let line = record.position().map_or(before, csv::Position::line);
		let Some(places) = &places else {
			let found = header(file, &record, columns, needed, allowed)?;
			width = record.len();
			places = Some(found);
			continue;
		};
		total += 1;
		if record.len() != width {
			defects.push(Defect {
				file: file.to_owned(),
				line,
				column: String::new(),
				problem: format!(
					"has {} fields, and the first line names {width} columns; a field with a comma \
					 stands in quotes",
					record.len()
				),
			});
			continue;
		}
		let mut row = Row { line, record: &record, places, file, defects: &mut defects };
		good.extend(parse(&mut row));
	}
	if total == 0 {
		return Err(InputError::Empty { file: file.to_owned() });
	}
	Ok(Rows { good, defects, total })
}

fn header(
	file: &Path,
	record: &StringRecord,
	columns: &'static str,
	needed: &[&str],
	allowed: &[&str],
) -> Result<HashMap<String, usize>, InputError> {
	let wrong = |column: &str, defect| InputError::Columns {
		file: file.to_owned(),
		column: column.to_owned(),
		defect,
		columns,
	};
	let mut places = HashMap::new();
	for (place, name) in record.iter().enumerate() {
		// Spreadsheets put a byte order mark before the first name.
		let name = name.trim_start_matches('\u{feff}').trim();
		if !needed.contains(&name) && !allowed.contains(&name) {
			return Err(wrong(name, "is unknown"));
		}
		if places.insert(name.to_owned(), place).is_some() {
			return Err(wrong(name, "stands twice"));
		}
	}
	match needed.iter().find(|name| !places.contains_key(**name)) {
		Some(name) => Err(wrong(name, "is missing")),
		None => Ok(places),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	// 2026-01-01.
	const NOW: Moment = 1_767_225_600;
	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const BOB: &str = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";
	const FUND: &str = "currency=CHF;open_ended=no;fee=0";

	fn file(text: impl AsRef<[u8]>) -> (tempfile::TempDir, PathBuf) {
		let folder = tempfile::tempdir().unwrap();
		let path = folder.path().join("rows.csv");
		std::fs::write(&path, text).unwrap();
		(folder, path)
	}

	fn investors_of(text: &str) -> Rows<InvestorRow> {
		let (_folder, path) = file(text);
		investors(&path, NOW).unwrap()
	}

	/// Line and column of each defect.
	fn places<T>(rows: &Rows<T>) -> Vec<(u64, &str)> {
		rows.defects.iter().map(|defect| (defect.line, defect.column.as_str())).collect()
	}

	#[test]
	fn a_good_file_is_read() {
		let rows = investors_of(&format!(
			"account,residence,tax_residence,flags,valid_from,valid_until\n\
			 {ALICE},CH,,kyc+aml+retail,,2027-01-01\n\
			 {BOB},DE,AT,kyc,2026-02-01,2026-03-01\n"
		));
		assert_eq!(rows.defects, []);
		let [alice, bob] = &rows.good[..] else { panic!("{rows:?}") };
		assert_eq!(alice.line, 2);
		assert_eq!(alice.account.to_string(), ALICE);
		assert_eq!(alice.claims.tax_residence, *b"CH", "as residence, unless said otherwise");
		assert_eq!(alice.claims.flags, Flags::KYC.with(Flags::AML).with(Flags::RETAIL));
		assert_eq!((alice.claims.valid_from, bob.claims.valid_from), (NOW, NOW + 31 * 86_400));
		assert_eq!(bob.claims.tax_residence, *b"AT");
	}

	#[test]
	fn each_wrong_field_is_named_by_line_and_column() {
		let rows = investors_of(&format!(
			"account,residence,flags,valid_until\n\
			 nobody,CH,kyc,2027-01-01\n\
			 {ALICE},XX,kyc,2027-01-01\n\
			 {ALICE},CH,rich,2027-01-01\n\
			 {ALICE},CH,kyc,2027-02-30\n\
			 {ALICE},CH,kyc,2026-01-01\n\
			 {ALICE},ch,,soon\n\
			 {BOB},CH,kyc,2026-01-02\n"
		));
		assert_eq!(
			places(&rows),
			[
				(2, "account"),
				(3, "residence"),
				(4, "flags"),
				(5, "valid_until"),
				(6, "valid_until"),
				(7, "residence"),
				(7, "flags"),
				(7, "valid_until"),
			]
		);
		assert_eq!(rows.good.len(), 1);

		let error = rows.accept(false).unwrap_err().to_string();
		assert!(error.contains("rows.csv:3:residence: \"XX\" is no country code"), "{error}");
		assert!(
			error.ends_with(
				"6 of 7 rows cannot be used and nothing was sent; put them right, or pass \
				 --continue to send the others"
			),
			"{error}"
		);
	}

	#[test]
	fn with_continue_the_good_rows_are_left() {
		let text = format!(
			"account,residence,flags,valid_until\n{ALICE},CH,kyc,2027-01-01\n{BOB},XX,kyc,2027-01-01\n"
		);
		let (good, defects) = investors_of(&text).accept(true).unwrap();
		assert_eq!((good.len(), defects.len()), (1, 1));
		let none = "account,residence,flags,valid_until\nnobody,CH,kyc,2027-01-01\n";
		assert!(investors_of(none).accept(true).is_err(), "nothing is left to send");
	}

	#[test]
	fn the_same_account_twice_is_an_error_that_names_the_first_line() {
		let rows = investors_of(&format!(
			"account,residence,flags,valid_until\n{ALICE},CH,kyc,2027-01-01\n{ALICE},DE,kyc,2027-01-01\n"
		));
		assert_eq!(places(&rows), [(3, "account")]);
		assert_eq!(rows.defects[0].problem, "stands in line 2 already");
	}

	#[test]
	fn a_field_too_many_and_bytes_that_are_no_text_are_named_by_line() {
		let mut text = format!(
			"account,residence,flags,valid_until\n{ALICE},CH,kyc,2027-01-01,more\n{ALICE},CH\n"
		)
		.into_bytes();
		text.extend(b"\xff\xfe,CH,kyc,2027-01-01\n");
		text.extend(format!("{BOB},CH,kyc,2027-01-01\n").into_bytes());
		let (_folder, path) = file(text);
		let rows = investors(&path, NOW).unwrap();
		assert_eq!(places(&rows), [(2, ""), (3, ""), (4, "")]);
		assert_eq!((rows.good.len(), rows.total), (1, 4));
	}

	#[test]
	fn a_quoted_line_break_does_not_shift_the_line_numbers() {
		let (_folder, path) = file(
			"name,class,facts,authorised\n\"Two\nlines\",real-estate,x,1\nGood,real-estate,x,x\n",
		);
		let rows = assets(&path, NOW).unwrap();
		let expected = [(2, "name"), (2, "facts"), (4, "facts"), (4, "authorised")];
		assert_eq!(places(&rows), expected);
	}

	#[test]
	fn columns_are_checked_first() {
		for (header, defect) in [
			("account,residence,flags", "\"valid_until\" is missing"),
			("account,residence,flags,valid_until,name", "\"name\" is unknown"),
			("account,account,flags,valid_until", "\"account\" stands twice"),
		] {
			let (_folder, path) = file(format!("{header}\n1,2,3,4\n"));
			let error = investors(&path, NOW).unwrap_err().to_string();
			assert!(error.contains(defect), "{error}");
			assert!(error.contains("rows.csv:1: the column"), "{error}");
			assert!(error.ends_with(&format!("the columns are {INVESTOR_COLUMNS}")), "{error}");
		}
	}

	#[test]
	fn a_byte_order_mark_and_windows_line_ends_are_taken() {
		let rows = investors_of(&format!(
			"\u{feff}account,residence,flags,valid_until\r\n{ALICE},CH,kyc,2027-01-01\r\n"
		));
		assert_eq!((rows.defects.len(), rows.good.len()), (0, 1));
	}

	#[test]
	fn an_empty_or_missing_file_is_named() {
		for text in ["", "account,residence,flags,valid_until\n"] {
			let (_folder, path) = file(text);
			let error = investors(&path, NOW).unwrap_err().to_string();
			assert!(error.ends_with("has no row beside the names of the columns"), "{error}");
		}
		let error = investors(Path::new("/nowhere.csv"), NOW).unwrap_err().to_string();
		assert!(error.starts_with("/nowhere.csv cannot be read"), "{error}");
	}

	#[test]
	fn papers_are_read_beside_the_file() {
		let (folder, path) = file(
			"name,class,facts,country,authorised,papers\n\
			 Home,real-estate,usage=residential;area=99;tenure=freehold,US,1000,title:2020-02-29:deed.txt; valuation:2026-01-01:0x0101010101010101010101010101010101010101010101010101010101010101\n\
			 Gold,commodity,unit=gram;quantity=5,,5,\n\
			 Bad,other,description=deed.txt,US,1000,title:2020-02-29:missing.txt\n\
			 Bad,other,description=deed.txt,US,1000,deed:2020-02-29:deed.txt\n\
			 Bad,other,description=deed.txt,US,1000,title:2026-01-02:deed.txt\n\
			 Bad,house,,US,0,title\n",
		);
		std::fs::write(folder.path().join("deed.txt"), "I sell my house.").unwrap();
		let rows = assets(&path, NOW).unwrap();
		assert_eq!(
			places(&rows),
			[
				(4, "papers"),
				(5, "papers"),
				(6, "papers"),
				(7, "class"),
				(7, "authorised"),
				(7, "papers")
			]
		);
		let [home, gold] = &rows.good[..] else { panic!("{rows:?}") };
		assert_eq!(home.papers.len(), 2);
		assert_eq!(home.papers[0].digest, digest(b"I sell my house."));
		assert_eq!(home.papers[1].digest, [1; 32]);
		assert_eq!((gold.country, gold.papers.len()), (None, 0));
	}

	#[test]
	fn a_name_is_as_long_as_the_chain_takes() {
		for (length, good) in [(MAX_NAME - 1, 1), (MAX_NAME, 1), (MAX_NAME + 1, 0)] {
			let (_folder, path) = file(format!(
				"name,class,facts,authorised\n{},fund,{FUND},1\n",
				"n".repeat(length)
			));
			assert_eq!(assets(&path, NOW).unwrap().good.len(), good, "{length}");
		}
	}

	#[test]
	fn the_terms_of_shares_are_read() {
		let (_folder, path) = file(format!(
			"name,class,facts,authorised,units_per_share,class_of\n\
			 Plain,fund,{FUND},5,,\nClass,fund,{FUND},5000,1000,7:2\n\
			 Bad,fund,{FUND},5,0,7\nBad,fund,{FUND},5,x,7:999\n"
		));
		let rows = assets(&path, NOW).unwrap();
		let bad =
			[(4, "units_per_share"), (4, "class_of"), (5, "units_per_share"), (5, "class_of")];
		assert_eq!(places(&rows), bad);
		let terms = |authorised, units_per_share, class_of| ShareTerms {
			authorised,
			units_per_share,
			class_of,
		};
		let found: Vec<_> = rows.good.iter().map(|row| row.shares).collect();
		assert_eq!(found, [terms(5, 1, None), terms(5_000, 1_000, Some((7, 2)))]);
	}
}
