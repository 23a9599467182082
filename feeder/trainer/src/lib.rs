// SPDX-License-Identifier: Apache-2.0

//! # Trainer
//!
//! Grows the trees of the boosted model with `forust-ml`, and turns them into the integers that the
//! artefact has. Apart from the models, because the library brings what the node must not be compiled
//! with; and not part of what an operator runs.

#![deny(missing_docs)]

use cadastre_models::{
	boosted::{self, Tree, QUESTIONS},
	Artefact, Sales, Windows,
};
use forust_ml::{
	gradientbooster::GrowPolicy, objective::ObjectiveType, sampler::SampleMethod,
	tree::Tree as Grown, GradientBooster, Matrix,
};

/// How trees are grown.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Growth {
	/// How many trees.
	pub trees: usize,
	/// What part of its correction a tree makes.
	pub rate: f32,
	/// Leaves of a tree.
	pub leaves: usize,
	/// Depth of a tree.
	pub depth: usize,
	/// Sales in a leaf at least.
	pub sales: f32,
	/// What part of the sales each tree is grown from.
	pub sample: f32,
	/// What part of the questions each tree may ask.
	pub questions: f64,
}

impl Default for Growth {
	fn default() -> Self {
		Self {
			trees: 600,
			rate: 0.05,
			leaves: 31,
			depth: 8,
			sales: 20.0,
			sample: 0.7,
			questions: 0.7,
		}
	}
}

/// Grows trees from the sales until the end of training, follows the market with them, tests the model
/// and writes its card.
///
/// # Errors
/// If there are too few sales, or the library fails.
pub fn train(
	sales: &Sales,
	windows: &Windows,
	growth: Growth,
) -> Result<Artefact, Box<dyn std::error::Error>> {
	let (answers, logs) = boosted::training_set(sales.all(), windows)?;
	let columns: Vec<f64> = (0..QUESTIONS.len())
		.flat_map(|question| answers.iter().map(move |answers| answers[question] as f64))
		.collect();
	let mut booster = GradientBooster::default()
		.set_iterations(growth.trees)
		.set_learning_rate(growth.rate)
		.set_max_leaves(growth.leaves)
		.set_max_depth(growth.depth)
		.set_min_leaf_weight(growth.sales)
		.set_subsample(growth.sample)
		.set_colsample_bytree(growth.questions)
		.set_initialize_base_score(true)
		.set_seed(0)
		// Threads would add up in another order from run to run.
		.set_parallel(false);
	booster.objective_type = ObjectiveType::SquaredLoss;
	booster.sample_method = SampleMethod::Random;
	booster.grow_policy = GrowPolicy::LossGuide;
	booster.fit_unweighted(&Matrix::new(&columns, logs.len(), QUESTIONS.len()), &logs, None)?;
	let trees = booster.trees.iter().map(flatten).collect::<Option<Vec<_>>>();
	let trees = trees.ok_or("a tree asks what the artefact cannot ask")?;
	Ok(boosted::train(booster.base_score, trees, sales, windows)?)
}

/// A tree as the artefact has it: each lower child right behind its parent. None if it has a branch for
/// missing facts, which nothing here has.
fn flatten(grown: &Grown) -> Option<Tree> {
	let mut tree = Tree::default();
	// Nodes that are still to be written, and the parent whose upper child each is.
	let mut open = vec![(0, None)];
	while let Some((node, parent)) = open.pop() {
		let node = grown.nodes.get(node)?;
		let at = tree.questions.len();
		if let Some(parent) = parent {
			*tree.upper.get_mut::<usize>(parent)? = u32::try_from(at).ok()?;
		}
		tree.means.push((f64::from(node.weight_value) * 1e9).round() as i64);
		tree.upper.push(0);
		if node.is_leaf {
			tree.questions.push(boosted::LEAF);
			tree.thresholds.push(0);
			continue;
		}
		if node.missing_node != node.left_child && node.missing_node != node.right_child {
			return None;
		}
		tree.questions.push(u8::try_from(node.split_feature).ok()?);
		// Answers are whole: less than the threshold is less than the next whole number from it.
		tree.thresholds.push(node.split_value.ceil() as i64);
		open.push((node.right_child, Some(at)));
		open.push((node.left_child, None));
	}
	Some(tree)
}
