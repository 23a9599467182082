#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Computes the figures of tests/metrics.rs with numpy, scipy and scikit-learn.

    pip install numpy scipy scikit-learn
    feeder/models/tests/metrics.py > feeder/models/tests/metrics.csv

The first lines are the figures, by name; then come the outcomes that they are of: low, mid, high and
price in cents. The outcomes are drawn with a fixed seed, one set even and one odd in number.
"""

import numpy
from scipy import stats
from sklearn.metrics import mean_absolute_percentage_error, median_absolute_error


def figures(low, mid, high, price):
    ratio = mid / price
    error = ratio - 1
    median = numpy.median(ratio)
    proxy = 0.5 * (price + mid / median)
    slope = stats.linregress(numpy.log2(proxy), (ratio - median) / median).slope
    # scikit-learn knows errors of two series; of ratios and ones they are the relative errors.
    ones = numpy.ones_like(ratio)
    return {
        "bias": numpy.median(error),
        "coverage": numpy.mean((low <= price) & (price <= high)),
        "deviation": numpy.std(error, ddof=1),
        "differential": numpy.mean(ratio) / (mid.sum() / price.sum()),
        "dispersion": mean_absolute_percentage_error(numpy.full_like(ratio, median), ratio),
        "median_error": median_absolute_error(ones, ratio),
        "price_bias": slope,
        "width": numpy.median((high - low) / mid),
        "within_ten": numpy.mean(numpy.abs(error) <= 0.1),
        "within_twenty": numpy.mean(numpy.abs(error) <= 0.2),
    }


def main():
    generator = numpy.random.default_rng(5)
    for name, count in (("even", 500), ("odd", 301)):
        price = numpy.round(numpy.exp(generator.normal(17.5, 0.5, count)))
        mid = numpy.round(price ** 0.97 * 1.72 * numpy.exp(generator.normal(0, 0.15, count)))
        low, high = numpy.round(mid * 0.8), numpy.round(mid * 1.28)
        for figure, value in figures(low, mid, high, price).items():
            print(f"{name},{figure},{value:.12f},,")
        for row in zip(low, mid, high, price):
            print(",".join([name, *(f"{cents:.0f}" for cents in row)]))


if __name__ == "__main__":
    main()
