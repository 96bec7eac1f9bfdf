"""The map of likeness keeps distances, and the tree's brackets join what the clustering joined."""

import numpy as np
import pandas as pd
import pytest

from plananalysis.report.layout import likeness_map, tree_lines


def distances(points):
    points = np.array(points)
    return np.sqrt(((points[:, None] - points[None]) ** 2).sum(axis=2))


def test_points_of_a_plane_are_found_again():
    """Four corners of a flat box: what lies in a plane has no stress, and its proportions are kept."""
    corners = np.array([[0, 0], [0.8, 0], [0, 0.4], [0.8, 0.4]])
    found = likeness_map(1 - distances(corners))
    assert found.stress == 0
    assert distances(found.points) / distances(found.points).max() == pytest.approx(
        distances(corners) / distances(corners).max(), abs=0.001
    )


def test_equals_are_spread_and_nothing_leaves_the_square():
    found = likeness_map(np.where(np.eye(12), 1, 0.4))
    points = np.array(found.points)
    assert points.min() >= 0
    assert points.max() <= 1
    assert 0 < found.stress < 0.6
    assert distances(points)[~np.eye(12, dtype=bool)].min() > 0.05


@pytest.mark.parametrize("n", [1, 2])
def test_one_or_two_still_have_places(n):
    assert len(likeness_map(np.ones((n, n))).points) == n


def test_labels_without_any_difference_do_not_break_it():
    assert np.isfinite(likeness_map(np.ones((4, 4))).points).all()


def test_a_bracket_spans_the_middles_of_what_it_joins():
    merges = pd.DataFrame({"branch_a": [0, 2, 4], "branch_b": [1, 3, 5], "height": [0.2, 0.4, 0.9]})
    lines = tree_lines(merges, 4)
    assert [(line[0], line[3]) for line in lines] == [(0.5, 1.5), (2.5, 3.5), (1.0, 3.0)]
    assert lines[-1][2] == 1
    assert tree_lines(merges.head(0), 0) == []
