"""Measure the cutter and the whole of ``segment`` against ``jieba.lcut`` on the same texts, in CPU seconds.

usage: python benchmarks/segmentation.py CORPUS
"""

import logging
import resource
import sys
import time
import warnings

import plananalysis as pa

warnings.simplefilter("ignore")


def measure(work):
    """Return the result and the CPU seconds of the faster of two runs, so that warming up is not counted."""
    seconds = []
    for _ in range(2):
        start = time.process_time()
        result = work()
        seconds.append(time.process_time() - start)
    return result, min(seconds)


def main() -> None:
    """Print speed, ratios, differences and memory."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    corpus = pa.load_corpus(sys.argv[1])
    texts = [text for _, text in corpus.texts()]
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    tokens, whole = measure(lambda: pa.segment(corpus))
    words, cutting = measure(lambda: [pa.cut(text) for text in texts])
    oracle, slow = measure(lambda: [jieba.lcut(text) for text in texts])
    print(f"{len(texts)} documents, {sum(map(len, texts)):,} characters, {len(tokens):,} tokens")
    for name, seconds in (("jieba.lcut", slow), ("cut", cutting), ("segment", whole)):
        print(f"{name:12}{seconds:8.2f} s {megabytes / seconds:8.1f} MB/s {slow / seconds:6.1f} x jieba")
    print(
        f"documents whose words differ from jieba's: {sum(a != b for a, b in zip(words, oracle, strict=True))}"
    )
    print(f"token table {tokens.memory_usage(deep=True).sum() / 1e6:.0f} MB")
    print(f"peak memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:.0f} MB")


if __name__ == "__main__":
    main()
