"""The methods as a paragraph that a paper can quote, in Chinese and English, with versions and settings."""

from typing import Any

import plananalysis
from plananalysis.report.analysis import MOST_PAIRED, Analysis
from plananalysis.report.compact import Pair
from plananalysis.report.labels import LEXICONS, STOPLISTS


def methods(analysis: Analysis) -> list[Pair]:
    """Return the paragraphs of the methods: corpus, words, themes, likeness, shared wording, commitments.

    Parameters
    ----------
    analysis
        The finished tables.

    Returns
    -------
    list of (Chinese, English)
    """
    documents, options = analysis.corpus.documents, analysis.options
    numbers = {
        "documents": f"{len(documents):,}",
        "units": f"{documents['unit'].replace('', None).nunique():,}",
        "chars": f"{documents['n_chars'].sum():,}",
        "excluded": f"{len(analysis.corpus.excluded):,}",
        "slogans": f"{len(analysis.tables['slogans']):,}",
        "keywords": options.get("keywords_per_unit", ""),
        "compared": options.get("compared_pairs", ""),
        "version": plananalysis.__version__,
    }
    lexicon = str(options.get("theme_lexicon", ""))
    named = LEXICONS.get(lexicon, (lexicon, lexicon))
    lists: tuple[str, ...] = options.get("stopwords", ())  # type: ignore[assignment]
    stopwords = [
        comma.join(STOPLISTS.get(name, (name, name))[side] for name in lists)
        for side, comma in enumerate(("、", ", "))
    ]
    clustered = _CLUSTERED if len(analysis.order) <= MOST_PAIRED else ("", "")
    zh, en = (
        {**numbers, "lexicon": named[side], "stopwords": stopwords[side], "clustered": clustered[side]}
        for side in (0, 1)
    )
    return [(chinese.format(**zh), english.format(**en)) for chinese, english in _PARAGRAPHS]


_CLUSTERED = ("，按平均联结聚类排列", ", ordered by average-linkage clustering")

_PARAGRAPHS = (
    (
        "语料：{units} 个单位的 {documents} 份文档，共 {chars} 字符；广告、水印、网页栏目等 {excluded} 处文字不参与任何"
        "计数。分析使用 plananalysis {version}。",
        "Corpus: {documents} documents of {units} units, {chars} characters in all; {excluded} spans (adverts, watermarks, "
        "page furniture and the like) take part in no count. Analysed with plananalysis {version}.",
    ),
    (
        "词语：先在原文上匹配由语料自身发现的 {slogans} 个提法和提法登记表，其余文字由 jieba 切分；停用词表为 "
        "{stopwords}。关键词取 TF-IDF 值最高的 {keywords} 个词；显著词为各单位与其余单位相比，以带信息先验的对数优势比"
        "（Monroe、Colaresi 与 Quinn，2008）衡量，另列对数似然比 G²（Dunning，1993）。",
        "Terms: {slogans} slogans found in the corpus itself and those of the register are matched on the raw text, jieba "
        "segments the rest; stopword lists: {stopwords}. Keywords are the {keywords} terms with the highest TF-IDF; keyness "
        "sets each unit against all others by the log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi "
        "and Quinn 2008), with the log-likelihood ratio G² (Dunning 1993) beside it.",
    ),
    (
        "主题：按“{lexicon}”主题词典逐段归类，标题所含词语权重更高；侧重为各主题占已归类文字的比例，区间由对段落重抽样"
        "得出。相似度：TF-IDF 向量的余弦{clustered}；地图由多维标度得出（de Leeuw，1977）。",
        "Themes: passages are coded with the theme lexicon “{lexicon}”, terms in headings weighing more; emphasis is the "
        "share of the coded text, its interval from resampled passages. Similarity: cosine of TF-IDF "
        "vectors{clustered}; the map is a metric scaling (de Leeuw 1977).",
    ),
    (
        "共有文字：不计标点，取 10 字以上的相同或近似文字，按惊异度与使用单位数给出独特性，区分套语与段落，并连成文本族。"
        "逐条对应对用词最接近的至多 {compared} 对计划进行。承诺：向前看、带数量、时限、频次或责任主体的句子。",
        "Shared wording: equal or nearly equal text of at least 10 letters, punctuation aside, ranked by surprisal and by how "
        "many units use it, split into formula and passage, and connected into families. Items are aligned for at most "
        "{compared} pairs of plans most alike. Commitments: sentences that look ahead and name a quantity, a deadline, a "
        "frequency or a body in charge.",
    ),
)


def methods_file(analysis: Analysis, record: dict[str, Any]) -> str:
    """Return ``METHODS.md``: the paragraphs in both languages, then versions, settings and where the inputs are listed.

    Parameters
    ----------
    analysis
        The finished tables.
    record
        The record of the run.
    """
    paragraphs = methods(analysis)
    libraries = ", ".join(f"{name} {number}" for name, number in record["libraries"].items())
    settings = "\n".join(f"- `{name}`: {value}" for name, value in record["options"].items())
    return "\n\n".join(
        [
            "# 方法 Methods",
            *(zh for zh, _ in paragraphs),
            *(en for _, en in paragraphs),
            "## 版本与设置 Versions and settings",
            f"plananalysis {record['plananalysis']}, Python {record['python']}, {libraries}",
            settings,
            "每个输入文件的哈希见 run.json。 `run.json` holds a hash of every input.",
        ]
    )
