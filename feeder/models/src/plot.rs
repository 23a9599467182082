// SPDX-License-Identifier: Apache-2.0

//! Pictures of how values met prices, as SVG.

use crate::{Day, Error, Outcome, Sale};
use plotters::prelude::*;
use std::fmt::Display;

/// The most points of a picture: of more, every so many-th is drawn.
const MAX_POINTS: usize = 2_000;
const INK: RGBColor = RGBColor(31, 41, 55);
const PAPER: RGBColor = RGBColor(255, 255, 255);
const BLUE: RGBColor = RGBColor(29, 78, 137);
const ORANGE: RGBColor = RGBColor(200, 85, 0);
const GREY: RGBColor = RGBColor(150, 156, 166);

fn failed(error: impl Display) -> Error {
	Error::Drawing(error.to_string())
}

fn text(size: u32) -> TextStyle<'static> {
	("sans-serif", size).into_font().color(&INK)
}

/// Values over prices, both in thousands and on logarithmic scales.
pub(crate) fn predicted(name: &str, values: &[(Sale, Outcome)]) -> Result<String, Error> {
	let mut svg = String::new();
	{
		let area = SVGBackend::with_string(&mut svg, (720, 720)).into_drawing_area();
		area.fill(&PAPER).map_err(failed)?;
		let thousands = |cents: u128| cents as f64 / 1e5;
		let all = values.iter().flat_map(|(_, outcome)| [outcome.price, outcome.mid]);
		let (low, high) = all.fold((u128::MAX, 1), |(low, high), x| (low.min(x), high.max(x)));
		let (low, high) = (thousands(low.max(1)) * 0.9, thousands(high) * 1.1);
		let marks = || {
			let decades = (0..9).map(|decade| libm::pow(10.0, f64::from(decade)));
			let marks = decades.flat_map(|one| [one, 2.0 * one, 5.0 * one]);
			marks.filter(|mark| (low..=high).contains(mark)).collect::<Vec<_>>()
		};
		let scale = || (low..high).log_scale().with_key_points(marks());
		let step = values.len().div_ceil(MAX_POINTS).max(1);
		let title = if step == 1 {
			format!("{name}: value beside price")
		} else {
			format!("{name}: value beside price, one sale of {step}")
		};
		let mut chart = ChartBuilder::on(&area)
			.caption(title, text(20))
			.margin(16)
			.x_label_area_size(48)
			.y_label_area_size(72)
			.build_cartesian_2d(scale(), scale())
			.map_err(failed)?;
		let label = |x: &f64| format!("{x:.0}");
		chart
			.configure_mesh()
			.light_line_style(PAPER)
			.bold_line_style(GREY.mix(0.3))
			.axis_style(INK)
			.label_style(text(14))
			.axis_desc_style(text(16))
			.x_desc("price paid, thousand USD")
			.y_desc("value before, thousand USD")
			.x_label_formatter(&label)
			.y_label_formatter(&label)
			.draw()
			.map_err(failed)?;
		chart
			.draw_series(values.iter().step_by(step).map(|(_, outcome)| {
				let at = (thousands(outcome.price), thousands(outcome.mid));
				Circle::new(at, 2, BLUE.mix(0.35).filled())
			}))
			.map_err(failed)?;
		for (factor, colour) in [(0.9, ORANGE), (1.0, INK), (1.1, ORANGE)] {
			// From the edge where the line enters to the edge where it leaves.
			let (from, to) = (low.max(low / factor), high.min(high / factor));
			let ends = [(from, from * factor), (to, to * factor)];
			chart.draw_series(LineSeries::new(ends, colour.stroke_width(1))).map_err(failed)?;
		}
		area.present().map_err(failed)?;
	}
	Ok(svg)
}

/// The part of prices within the interval, week by week, beside the nine tenths that are promised.
pub(crate) fn coverage(name: &str, weeks: &[(Day, f64, usize)]) -> Result<String, Error> {
	let mut svg = String::new();
	{
		let area = SVGBackend::with_string(&mut svg, (900, 420)).into_drawing_area();
		area.fill(&PAPER).map_err(failed)?;
		let n = weeks.len().max(2);
		let mut chart = ChartBuilder::on(&area)
			.caption(format!("{name}: prices within the interval, by week"), text(20))
			.margin(16)
			.margin_right(48)
			.x_label_area_size(48)
			.y_label_area_size(64)
			.build_cartesian_2d(0.0..(n - 1) as f64, 60.0..100.0)
			.map_err(failed)?;
		chart
			.configure_mesh()
			.light_line_style(PAPER)
			.bold_line_style(GREY.mix(0.3))
			.axis_style(INK)
			.label_style(text(14))
			.axis_desc_style(text(16))
			.x_labels(8)
			.y_desc("% of prices; line: 90")
			.x_desc("week from; band: what chance alone explains, 19 times of 20")
			.x_label_formatter(&|x| {
				let week = weeks.get(x.round().max(0.0) as usize);
				week.map_or_else(String::new, |(day, ..)| day.to_string())
			})
			.y_label_formatter(&|y| format!("{y:.0}"))
			.draw()
			.map_err(failed)?;
		let band = |sign: f64| {
			move |(week, (_, _, sales)): (usize, &(Day, f64, usize))| {
				let deviation = libm::sqrt(0.9 * 0.1 / *sales as f64);
				(week as f64, (90.0 + sign * 196.0 * deviation).clamp(60.0, 100.0))
			}
		};
		let upper: Vec<_> = weeks.iter().enumerate().map(band(1.0)).collect();
		let mut outline: Vec<_> = weeks.iter().enumerate().map(band(-1.0)).collect();
		outline.extend(upper.into_iter().rev());
		chart.draw_series([Polygon::new(outline, GREY.mix(0.25).filled())]).map_err(failed)?;
		let promised = [(0.0, 90.0), ((n - 1) as f64, 90.0)];
		chart.draw_series(LineSeries::new(promised, ORANGE.stroke_width(2))).map_err(failed)?;
		let points: Vec<_> = weeks
			.iter()
			.enumerate()
			.map(|(week, (_, covered, _))| (week as f64, (100.0 * covered).max(60.0)))
			.collect();
		chart.draw_series(LineSeries::new(points.clone(), BLUE.stroke_width(2))).map_err(failed)?;
		chart
			.draw_series(points.into_iter().map(|at| Circle::new(at, 3, BLUE.filled())))
			.map_err(failed)?;
		area.present().map_err(failed)?;
	}
	Ok(svg)
}

/// For each decile of value, how the ratios of value to price are spread.
pub(crate) fn deciles(name: &str, deciles: &[[f64; 5]]) -> Result<String, Error> {
	let mut svg = String::new();
	{
		let area = SVGBackend::with_string(&mut svg, (900, 420)).into_drawing_area();
		area.fill(&PAPER).map_err(failed)?;
		let mut chart = ChartBuilder::on(&area)
			.caption(format!("{name}: ratio of value to price, by decile of value"), text(20))
			.margin(16)
			.x_label_area_size(48)
			.y_label_area_size(64)
			.build_cartesian_2d(0.5..deciles.len() as f64 + 0.5, 0.6..1.6)
			.map_err(failed)?;
		chart
			.configure_mesh()
			.disable_x_mesh()
			.light_line_style(PAPER)
			.bold_line_style(GREY.mix(0.3))
			.axis_style(INK)
			.label_style(text(14))
			.axis_desc_style(text(16))
			.x_labels(deciles.len())
			.x_desc("decile, cheapest first; box: half of the sales, line: nine of ten")
			.y_desc("value / price")
			.x_label_formatter(&|x| format!("{x:.0}"))
			.y_label_formatter(&|y| format!("{y:.1}"))
			.draw()
			.map_err(failed)?;
		let even = [(0.5, 1.0), (deciles.len() as f64 + 0.5, 1.0)];
		chart.draw_series(LineSeries::new(even, ORANGE.stroke_width(2))).map_err(failed)?;
		for (decile, quantiles) in (1..).zip(deciles) {
			let x = f64::from(decile);
			let [least, quarter, middle, three, most] = quantiles.map(|q| q.clamp(0.6, 1.6));
			chart
				.draw_series(LineSeries::new([(x, least), (x, most)], BLUE.stroke_width(2)))
				.map_err(failed)?;
			let corners = [(x - 0.25, quarter), (x + 0.25, three)];
			chart
				.draw_series([Rectangle::new(corners, RGBColor(190, 208, 228).filled())])
				.map_err(failed)?;
			let line = [(x - 0.25, middle), (x + 0.25, middle)];
			chart.draw_series(LineSeries::new(line, INK.stroke_width(3))).map_err(failed)?;
		}
		area.present().map_err(failed)?;
	}
	Ok(svg)
}
