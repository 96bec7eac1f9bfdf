"""Neighbours of strings against asking the stream place by place."""

from plananalysis.corpus import corpus_from_texts
from plananalysis.slogans.stream import fold_corpus, neighbours


def test_neighbours_are_what_the_stream_holds_beside_a_place():
    stream = fold_corpus(
        corpus_from_texts({"甲": "增强“四个意识”，落实三会一课。", "乙": "讲政治、守纪律\n负责任"})
    )
    before, behind = neighbours(stream)
    size = len(stream.codes)
    assert len(before) == len(behind) == size + 1
    for place in range(1, size):
        begins = stream.edge[place - 1] or stream.opens[place]
        assert before[place] == (0 if begins else stream.codes[place - 1])
        ends = stream.edge[place] or stream.closes[place - 1]
        assert behind[place] == (0 if ends else stream.codes[place])
    assert before[0] == behind[size] == 0
