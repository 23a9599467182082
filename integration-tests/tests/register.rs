// SPDX-License-Identifier: Apache-2.0

//! The whole register from the command line: each example of `docs/cli.md` on a real node, and what
//! the chain or the program refuses.
//!
//! `UPDATE_DOCS=1` writes the answers into the page.

#![cfg(test)]

use anyhow::{ensure, Context, Result};
use cadastre_integration_tests::{Cli, Node};
use std::path::{Path, PathBuf};

/// The block of the page that says what the names in its examples mean.
const NAMES: &str = "```sh";
/// What its examples stand in.
const EXAMPLES: &str = "```console";

/// A command of the page and what it answers there.
#[derive(Debug)]
struct Example {
	line: usize,
	command: String,
	answer: String,
}

/// The page, in the parts that are kept and those that are run.
enum Part {
	Text(String),
	Example(Example),
}

fn page() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/cli.md")
}

/// What gives the names in the examples their meaning.
fn names(text: &str) -> Result<String> {
	let (_, rest) = text.split_once(NAMES).context("the page has no names")?;
	Ok(rest.split_once("```").context("the names have no end")?.0.trim().to_owned())
}

fn parts(text: &str) -> Vec<Part> {
	let mut parts = Vec::new();
	let mut inside = false;
	let mut lines = text.lines().enumerate();
	while let Some((number, line)) = lines.next() {
		if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
			let mut command = command.to_owned();
			while command.ends_with('\\') {
				let Some((_, next)) = lines.next() else { break };
				command.push('\n');
				command.push_str(next);
			}
			let answer = String::new();
			parts.push(Part::Example(Example { line: number + 1, command, answer }));
			continue;
		}
		inside = if inside { line != "```" } else { line == EXAMPLES };
		match parts.last_mut() {
			Some(Part::Example(example)) if inside => {
				example.answer.push_str(line);
				example.answer.push('\n');
			},
			_ => parts.push(Part::Text(format!("{line}\n"))),
		}
	}
	parts
}

/// What is the same on every day and on every chain: without times, hashes of the chain, signatures,
/// and how wide a table is.
fn steady(answer: &str) -> String {
	let mut steady = String::new();
	for line in answer.lines() {
		if line.chars().all(|char| "┌┬┐└┴┘├┼┤╞╪╡─═┆╌│ ".contains(char))
		{
			continue;
		}
		let mut after_block = false;
		for word in line.split(|char: char| char.is_whitespace() || "│┆".contains(char)) {
			if word.is_empty() {
				continue;
			}
			let bare = word.trim_matches(|char: char| !char.is_ascii_alphanumeric());
			let number = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
			let hash = bare.len() > 66 && bare.starts_with("0x");
			let known = if after_block && number {
				word.replace(bare, "N")
			} else if number && bare.len() == 10 {
				word.replace(bare, "MOMENT")
			} else if hash || line.contains("\"genesis\"") {
				"HASH".to_owned()
			} else if is_near(bare) {
				word.replace(bare, "DAY")
			} else if bare.len() == 8 && bare.bytes().filter(|byte| *byte == b':').count() == 2 {
				// The time of a day, which a day of the page has not.
				word.replace(bare, "")
			} else if line.contains("on this account") && word.contains('.') {
				"AMOUNT".to_owned()
			} else if line.contains("Stated today") && number {
				// A day may begin while the examples run.
				"COUNT".to_owned()
			} else {
				word.to_owned()
			};
			after_block = bare == "block";
			steady.push_str(&known);
			steady.push(' ');
		}
		steady.push('\n');
	}
	steady.replace(" , ", ", ").replace(" . ", ". ").replace(" .\n", ".\n").replace(". \n", ".\n")
}

/// Whether this is the day on which the page was written or a day soon after it, and not one that
/// stands in a command.
fn is_near(word: &str) -> bool {
	let shaped = word.len() == 10 && word.bytes().filter(|byte| *byte == b'-').count() == 2;
	shaped && ("2026-03-01".."2099-01-01").contains(&word)
}

/// One node for all steps: a start costs more than a step.
#[tokio::test(flavor = "multi_thread")]
async fn each_example_of_the_page_answers_as_the_page_says() -> Result<()> {
	let node = Node::start_with(&["--instant-seal"]).await?;
	let cli = Cli::new(&node.url())?;
	let folder = tempfile::tempdir()?;
	let text = std::fs::read_to_string(page())?.replace("\r\n", "\n");
	let names = names(&text)?;
	let run = |line: String| {
		let (cli, folder) = (&cli, folder.path());
		async move { cli.shell(folder, &line).await }
	};

	let update = std::env::var_os("UPDATE_DOCS").is_some();
	let mut written = String::new();
	let mut wrong = Vec::new();
	let mut readers = Vec::new();
	let mut examples = 0_u32;
	for part in parts(&text) {
		let example = match part {
			Part::Text(text) => {
				written.push_str(&text);
				continue;
			},
			Part::Example(example) => example,
		};
		examples += 1;
		let Example { line, command, answer: expected } = example;
		let answer = run(format!("{names}\n{command}")).await?;
		let found = format!("{}{}", answer.out, answer.err);
		ensure!(!answer.err.contains("panicked"), "line {line}: {command}\n{found}");
		let right = steady(&found) == steady(&expected);
		// What is still right stays as it is written, with its times.
		let shown = if right { &expected } else { &found };
		written.push_str(&format!("$ {command}\n{shown}"));
		if !right {
			wrong.push(format!(
				"line {line}: $ {command}\n{}\nnot\n{}",
				steady(&found),
				steady(&expected)
			));
		}
		// What only reads and says yes is asked once more for JSON, at the end.
		let written_down = command.contains(['>', '|']);
		if command.starts_with("cadastre ") && answer.code == 0 && !written_down {
			readers.push((line, command));
		}
	}
	if update {
		std::fs::write(page(), written)?;
	} else {
		assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
	}
	assert!(examples > 100, "only {examples} examples were found");

	for (line, command) in readers {
		let answer = run(format!("{names}\n{command} --json")).await?;
		let read: Result<serde_json::Value, _> = serde_json::from_str(&answer.out);
		assert!(read.is_ok(), "line {line}: {command} --json answers\n{}", answer.out);
	}

	let holders = || async {
		let zero = cli.json(&["cap-table", "0"]).await?["holders"].clone();
		let one = cli.json(&["cap-table", "1"]).await?["holders"].clone();
		anyhow::Ok((zero, one))
	};
	let cohort = "cadastre cohort create $CHARLIE --investors 1 --assets 1 --volume 1 --value 1 \
		--until 2099-01-01 --suri //Alice --also-suri //Bob";
	let created = run(format!("{names}\n{cohort}")).await?;
	assert_eq!(created.code, 0, "{}", created.err);
	let before = holders().await?;
	let mut wrong = Vec::new();
	for refusal in REFUSALS.lines().filter(|line| !line.is_empty()) {
		let [who, arguments, reason] = refusal.split(" | ").collect::<Vec<_>>()[..] else {
			anyhow::bail!("not three parts: {refusal}")
		};
		let suris: Vec<_> = who.split('+').collect();
		let key = match suris[..] {
			["nobody"] => String::new(),
			[one] => format!("--suri //{one}"),
			[one, other] => format!("--suri //{one} --also-suri //{other}"),
			_ => anyhow::bail!("too many keys: {refusal}"),
		};
		let answer = run(format!("{names}\ncadastre {arguments} {key} --json")).await?;
		let value: Result<serde_json::Value, _> = serde_json::from_str(&answer.out);
		// In its first line; a second one may say what to do.
		let said = answer
			.err
			.lines()
			.next()
			.is_some_and(|line| line.starts_with("error: ") && line.contains(reason))
			&& answer.err.lines().count() <= 2;
		if answer.code != 1 || !said || value.is_err() {
			wrong.push(format!("{refusal}\n  {}: {}{}", answer.code, answer.out, answer.err));
		}
	}
	assert!(wrong.is_empty(), "{}", wrong.join("\n"));
	assert_eq!(holders().await?, before, "a refusal moved shares");
	Ok(())
}

/// Who signs, what, and why not: the main refusal of each command that the page has, and of its calls.
/// What the program finds out itself costs no fee.
const REFUSALS: &str = "
Alice | pack enact 99 | there is no rule pack 99
Alice | pack enact 1 | Compliance.NothingToEnact
Bob | pack withdraw 0 | Compliance.NotPackAuthor
Alice | pack withdraw 0 | Compliance.PackFollowed
Bob | pack exemption grant 0 0 --rules 0 --until $SOON | Compliance.NotPackAuthor
Alice | pack exemption grant 0 0 --rules 7 --until $SOON | Compliance.InvalidExemption
Alice | pack exemption end 0 0 | Compliance.NoExemption
nobody | pack exemption show 0 0 | is exempt from no rule of version 1
nobody | pack check 0 --pack 99 | there is no rule pack 99
nobody | pack check 1 --pack 1 | no: 2 reasons against investor 1
nobody | pack show 1 --upcoming | no version of pack 1 is announced
Bob | share set-pack 0 1 | Shares.NotIssuer
Alice | share set-pack 0 0 | Shares.SamePack
Ferdie | provider signer 0 $FERDIE | Compliance.NotProvider
Dave | provider signer 9 $FERDIE | there is no provider in slot 9
Ferdie | provider rotation propose 0 $BOB | Compliance.NotProvider
Dave | provider rotation propose 0 $FERDIE | Compliance.SelfAttestation
Bob | provider rotation accept 0 | is not to take over provider 0
Alice+Bob | provider rotation force 0 $FERDIE | Compliance.SelfAttestation
Alice+Bob | provider dismiss 0 | Compliance.AlreadyListed
Ferdie | provider dismiss 0 | is no member of the technical committee
nobody | provider show 9 | there is no provider in slot 9
Bob | key offer $ALICE --rights vote | Compliance.UnknownKey
Ferdie | key offer $DAVE --rights vote | Compliance.SelfAttestation
Ferdie | key offer $BOB --rights vote --until 2026-01-01 | Compliance.InvalidPeriod
Bob | key accept 0 | investor 0 has offered
Bob | key withdraw $BOB | no key is offered to
Ferdie | key remove $BOB | is no key of an investor
Ferdie | key remove $FERDIE | Compliance.LastKey
nobody | key list 99 | there is no investor 99
Ferdie | statement submit signed.json | who has to sign the transaction
Ferdie | statement submit statement.json | is not signed
Ferdie | statement submit pack.json | this is no statement
Ferdie | statement sign nothing.json | nothing.json cannot be read
Ferdie | statement lower-bar $BOB | there is no bar to lower
nobody | statement key | give the key's file with --keystore
nobody | statement prepare $BOB --provider 9 --residence CH --flags kyc --until 2099-01-01 | no provider in slot 9
Bob | asset amend-facts 0 'usage=land;area=9;tenure=freehold' | AssetRegistry.MissingRole
Alice | asset amend-facts 0 'usage=land;area=9;tenure=freehold' | AssetRegistry.MissingPaper
Alice | asset amend-facts 0 'usage=land' | the fact area is missing
Bob | asset metadata set 0 a number:1 | AssetRegistry.MissingRole
Alice | asset metadata set 0 a number:1 --lock forever --until $SOON | while it is locked
Alice | asset metadata set 0 zone number:1 | AssetRegistry.MetadataLocked
Alice | asset metadata remove 0 nothing | AssetRegistry.UnknownMetadata
nobody | asset metadata list 99 | there is no asset 99
Bob | asset identifier remove isin:CH0012032048 | AssetRegistry.MissingRole
Alice | asset identifier remove isin:US0378331005 | no asset has the identifier
nobody | asset role check 0 $FERDIE issue | may not act as issue now
Bob | asset issuer offer 0 $BOB --until $SOON | AssetRegistry.NotIssuer
Alice | asset issuer offer 0 $ALICE --until $SOON | AssetRegistry.AlreadyIssuer
Alice | asset issuer offer 0 $BOB --until 2099-01-01 | AssetRegistry.InvalidPeriod
Bob | asset issuer accept 0 | AssetRegistry.UnknownOffer
Alice | asset issuer withdraw 0 | AssetRegistry.UnknownOffer
Alice | asset remove 0 | AssetRegistry.WrongStatus
Alice | asset retire 0 | AssetRegistry.SharesInIssue
Ferdie | asset suspend 0 --reason deed.txt | is no member of the technical committee
Alice+Bob | asset resume 0 | AssetRegistry.WrongStatus
Alice | asset round close 0 | AssetRegistry.UnknownRound
nobody | asset round show 99 | there is no asset 99
Eve | verifier apply notary | AssetRegistry.AlreadyVerifier
Alice+Bob | verifier approve $EVE | AssetRegistry.NotCandidate
Bob | verifier leave | is no verifier
Eve | verifier withdraw-bond | AssetRegistry.BondNotFree
Alice+Bob | verifier dismiss $FERDIE --slash 1 --reason deed.txt | is no verifier
Alice+Bob | verifier policy data --set lawyer+custodian | AssetRegistry.SamePolicy
Bob | share deny 0 0 --reason deed.txt | Shares.NotIssuer
Alice | share undeny 0 0 | Shares.NotDenied
Alice | share conversion 0 --into 0 --ratio 1:1 | Shares.NotAClass
Alice | share conversion 0 --into 1 --ratio 0:1 | Shares.IndivisibleFactor
Ferdie | share convert 1 0 1 | cannot be converted into those of asset 0
Ferdie | share convert 0 1 100000 | Compliance.InsufficientShares
Bob | share reclassify 0 0 | Shares.SameBucket
Bob | share prune 0 0 | Shares.NothingToPrune
Bob | order propose cancellation 0 $FERDIE 1 --ground register-error --document deed.txt | Shares.UnconfirmedOrder
Dave | order show 99 | there is no open order 99
Bob | share release 0 0 | nothing is held of investor 0
Bob | share remove-allowance 0 $FERDIE $DAVE | Shares.NotOver
Bob | share remove-allowance 0 $FERDIE $BOB | Shares.UnknownAllowance
nobody | share holding 0 $BOB | is no key of an investor
nobody | can-transfer 0 $FERDIE $BOB_STASH 1 --by $BOB | no: 1 reason against this transfer
Bob | investor leave | is no key of an investor
Ferdie | investor leave | has shares of 2 assets
Charlie//stash | order propose recovery 1 $ALICE --ground lost-keys --document deed.txt | BadOrigin
Ferdie | cohort create $FERDIE --investors 1 --assets 1 --volume 1 --value 1 --until 2099-01-01 | is no member
nobody | cohort show 9 | there is no cohort 9
Bob | cohort suspend 1 | Compliance.NotSupervisor
Charlie | cohort resume 1 | Compliance.NotSuspended
Bob | cohort end 1 | Compliance.NotSupervisor
Bob | cohort add 1 0 | Compliance.NotSupervisor
Charlie | cohort add 1 99 | Compliance.UnknownInvestor
Charlie | cohort remove 1 0 | Compliance.NotMember
Charlie | cohort value 1 0 2 | Compliance.CohortValueExceeded
Charlie | cohort take-out 1 0 | Compliance.AssetNotInCohort
Charlie | cohort graduate 1 0 --pack 0 --report deed.txt | Compliance.AssetNotInCohort
Bob | cohort prune 1 | Compliance.CohortNotEnded
";
