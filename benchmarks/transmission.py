"""How well transmission tells what became of clauses: planted in plans made of the sample corpus, and in the sample itself.

Run ``python benchmarks/transmission.py`` from the project's root. A superior's plan is made of sentences of one document of the sample,
and the unit's plan of what became of them: kept, reworded (synonyms, modifiers put in and left out, lists turned round, verbs moved
behind their object, words left out), their numbers changed, dropped, and sentences of other documents added. Clauses of a sentence are
swapped, sentences split in two and paragraphs moved. Traps: clauses on the same subject that are not taken over, headings that
name it, and a look-back that reports on a dropped clause in its own words. ``--seeds 1-30`` were used to set the thresholds, ``--seeds
301-320`` never were.
"""

import argparse
import random
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from plananalysis import Corpus, corpus_from_texts, load_corpus, transmission

ROOT = Path(__file__).resolve().parents[1]
STATUSES = ("verbatim", "reworded", "numbers_changed", "dropped", "added")

SYNONYMS = [
    line.split()
    for line in """
打造 建设 建成
推进 推动 促进
开展 组织 举办
完善 健全 优化
提升 提高 增强
加强 强化 抓好
建立 设立 组建
推行 实行 实施
落实 执行 贯彻
确保 保证 务必做到
达到 实现 升至
引进 引入 招引
培育 培养 扶持
新建 兴建 建设
改造 整修 改建
支持 鼓励 扶持
推广 普及 推开
整治 治理 纠治
严格 从严 认真
解决 破解 化解
认真 用心 仔细
群众 百姓 居民
问题 难题 毛病
办法 措施 做法
干部 工作人员 同志
不少于 不低于 至少
以上 及以上 起
每季度 每个季度 按季
每月 每个月 按月
公布 公开 公示
检查 核查 抽查
及时 迅速 尽快
领导 负责人 主要领导
制定 出台 编制
学习 研读 学懂
单位 部门 机构
企业 厂家 市场主体
项目 工程 建设项目
标准 规范 尺度
机制 制度 体系
围绕 聚焦 紧扣
带头 领头 率先
形成 构建 搭建
""".strip().splitlines()
]
"""Words that one office puts for another; written for this script and not read by the package."""

MODIFIERS = "进一步 切实 全面 扎实 深入 积极 着力 稳步 大力 持续 按照部署 结合实际 在全县范围内 因地制宜 会同有关部门 分批".split()
NUMBER = re.compile(r"\d+(?:\.\d+)?")
COUNTED = re.compile(r"[二三四五六两](?=[次期场遍轮])")
FEWEST = 6


class Piece(NamedTuple):
    """A clause of the unit's plan and what it is."""

    text: str
    status: str
    source: int = -1


def n_letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def clauses(sentence: str) -> list[str]:
    """Return the clauses; those under the fewest letters are joined to the next, the last to the one before."""
    found: list[str] = []
    held = ""
    for piece in re.split(r"(?<=[，：])", sentence):
        held += piece
        if n_letters(held) >= FEWEST:
            found.append(held.rstrip("，："))
            held = ""
    if held and found:
        found[-1] += "，" + held
    return found


def reworded(rng: random.Random, clause: str) -> str:
    """Return a clause said otherwise: one to three edits that fit it."""
    wanted = rng.choice((1, 2, 2, 3))
    edits = [synonym, modifier, turned, behind, left_out]
    text = clause
    for _ in range(12):
        if wanted == 0:
            break
        changed = rng.choice(edits)(rng, text)
        if changed != text and n_letters(changed) >= FEWEST:
            text, wanted = changed, wanted - 1
    return text


def synonym(rng: random.Random, text: str) -> str:
    """Exchange every word that has a synonym, each with an even chance."""
    for row in SYNONYMS:
        word = next((word for word in row if word in text), None)
        if word and rng.random() < 0.5:
            text = text.replace(word, rng.choice([other for other in row if other != word]), 1)
    return text


def modifier(rng: random.Random, text: str) -> str:
    """Leave a modifier out, or put one in front."""
    there = [word for word in MODIFIERS if word in text]
    if there:
        return text.replace(rng.choice(there), "", 1)
    return rng.choice(MODIFIERS) + text


def turned(rng: random.Random, text: str) -> str:
    """Turn two neighbours of a list round."""
    found = re.search(r"([^、，“”]{2,6})、([^、，“”和等]{2,6})(?=、|$)", text)
    return text[: found.start()] + f"{found[2]}、{found[1]}" + text[found.end() :] if found else text


def behind(rng: random.Random, text: str) -> str:
    """Move the leading verb behind its object."""
    verb = next((v for row in SYNONYMS[:20] for v in row if text.startswith(v) and len(v) == 2), None)
    rest = text[len(verb) :] if verb else ""
    if not verb or n_letters(rest) < 4 or "、" in rest or "，" in rest:
        return text
    return rng.choice((f"抓好{rest}{verb}工作", f"把{rest}{verb}到位", f"对{rest}进行{verb}"))


def left_out(rng: random.Random, text: str) -> str:
    """Leave one entry of a list out, or an aside."""
    entries = text.split("、")
    if len(entries) > 2 and "“" not in text:
        return "、".join(entries[:1] + entries[2:])
    return text


def renumbered(rng: random.Random, clause: str) -> str:
    """Return a clause in which its numbers are others."""

    def other(found: re.Match[str]) -> str:
        text = found.group()
        while True:
            factor = rng.choice((0.4, 0.6, 0.8, 1.2, 1.5, 2.2))
            new = f"{float(text) * factor:.1f}" if "." in text else str(max(1, round(int(text) * factor)))
            if new != text:
                return new
            if "." not in text and int(text) <= 2:
                return str(int(text) + 1)

    if NUMBER.search(clause):
        return NUMBER.sub(other, clause)
    return COUNTED.sub(lambda found: "三" if found.group() != "三" else "四", clause)


def has_number(clause: str) -> bool:
    return (
        bool(NUMBER.search(re.sub(r"\d{4}年", "", clause)) or COUNTED.search(clause)) and "“3" not in clause
    )


def on_subject(rng: random.Random, clause: str) -> str:
    """Return another clause on the subject of one: it is not taken over."""
    bare = NUMBER.sub("", clause)
    at = rng.randrange(max(1, len(bare) - 4))
    noun = re.sub(r"[，、“”：]", "", bare[at : at + 4])
    return rng.choice(
        (
            f"听取{noun}情况汇报并列入年度考核",
            f"请人大代表和政协委员评议{noun}",
            f"把{noun}列为分管领导包抓的事项",
            f"组织记者采访{noun}的好经验",
            f"就{noun}向上级争取一笔专门资金",
        )
    )


CHANGES = {
    "verbatim": lambda rng, part: part,
    "reworded": reworded,
    "numbers_changed": renumbered,
    "dropped": lambda rng, part: "",
}
"""What is written for a clause of each status."""


def planted(sentences: dict[str, list[str]], seed: int) -> tuple[Corpus, pd.DataFrame]:
    """Return a superior's and a unit's plan, and what every clause of either is (doc_id, text, status, count of such)."""
    rng = random.Random(seed)
    giver, *others = rng.sample(sorted(sentences), 4)
    pool = [(doc, s) for doc in others for s in sentences[doc]]
    rng.shuffle(pool)
    said = sentences[giver][:]
    rng.shuffle(said)
    said = said[:30]
    truth: list[tuple[str, str, str]] = []
    paragraphs: list[str] = []
    review: list[str] = []
    for sentence in said:
        parts = clauses(sentence)
        pieces: list[Piece] = []
        dropped_whole = rng.random() < 0.3
        for part in parts:
            status = "dropped" if dropped_whole else rng.choices(STATUSES[:4], (3, 4, 3, 1.5))[0]
            if status == "numbers_changed" and not has_number(part):
                status = "verbatim"
            new = CHANGES[status](rng, part)
            if status == "reworded" and new == part:
                status = "verbatim"
            truth.append(("superior", part, status))
            if status == "dropped":
                if has_number(part) and rng.random() < 0.5:
                    review.append(renumbered(rng, part))
                if rng.random() < 0.3:
                    pieces.append(Piece(on_subject(rng, part), "added"))
            else:
                pieces.append(Piece(new, status))
        if pieces and rng.random() < 0.25:
            pieces.insert(
                rng.randrange(len(pieces) + 1),
                Piece(rng.choice(clauses(pool.pop()[1]) or ["办好此事不留尾巴"]), "added"),
            )
        if len(pieces) > 1 and rng.random() < 0.25:
            at = rng.randrange(len(pieces) - 1)
            pieces[at], pieces[at + 1] = pieces[at + 1], pieces[at]
        truth += [("unit", piece.text, piece.status) for piece in pieces]
        if pieces:
            cut = rng.randrange(1, len(pieces)) if len(pieces) > 2 and rng.random() < 0.3 else 0
            marks = ["。" if i == cut else "，" for i in range(1, len(pieces))] + ["。"]
            paragraphs.append("".join(p.text + mark for p, mark in zip(pieces, marks, strict=True)))
        if rng.random() < 0.5:
            own = pool.pop()[1]
            truth += [("unit", part, "added") for part in clauses(own)]
            paragraphs.append(own + "。")
    if rng.random() < 0.5:
        third = len(paragraphs) // 3
        paragraphs = paragraphs[third : 2 * third] + paragraphs[:third] + paragraphs[2 * third :]
    corpus = corpus_from_texts(
        {
            "superior": "某市2024年政府工作报告\n一、2024年工作安排\n"
            + laid_out("".join(s + "。\n" for s in said).splitlines()),
            "unit": "某县2024年政府工作报告\n一、2023年工作回顾\n（一）去年实事\n去年各项工作有了进展。"
            + "".join(text + "。" for text in review)
            + "\n二、2024年工作安排\n"
            + laid_out(paragraphs),
        },
        pd.DataFrame({"doc_id": ["superior", "unit"], "unit": ["某市", "某县"], "year": [2024, 2024]}),
    )
    return corpus, pd.DataFrame(truth, columns=["doc_id", "text", "status"])


def laid_out(paragraphs: list[str]) -> str:
    """Return paragraphs under headings that name their subjects."""
    lines = []
    for i in range(0, len(paragraphs), 6):
        subject = re.sub(r"[，。、“”：；\d]", "", paragraphs[i])[:6]
        lines.append(f"（{'一二三四五六七八九十'[(i // 6) % 10]}）抓实{subject}")
        lines += ["".join(paragraphs[at : at + 3]) for at in range(i, min(i + 6, len(paragraphs)), 3)]
    return "\n".join(lines) + "\n"


def stock() -> dict[str, list[str]]:
    """Return the sentences of each document of the sample that share nothing with another, by their truth and by eight letters in a row."""
    corpus = load_corpus(ROOT / "corpus")
    found = {}
    for doc, text in corpus.texts():
        passages = corpus.passages[
            (corpus.passages["doc_id"] == doc) & corpus.passages["part"].isin(["plan", "self"])
        ]
        body = "".join(
            text[row.start : row.end].replace(row.heading, "", 1) + "\n" for row in passages.itertuples()
        )
        said = [s.strip(" 　.．、") for s in re.split(r"[。；！？\n]", body)]
        found[doc] = [s for s in said if len(clauses(s)) > 1 and s[0].isalpha() and "（" not in s]
    held: Counter[str] = Counter()
    grams = {doc: {s: {s[i : i + 8] for i in range(len(s) - 7)} for s in said} for doc, said in found.items()}
    for doc in grams.values():
        held.update(gram for each in doc.values() for gram in each)
    alone = {doc: [s for s, g in said.items() if all(held[x] == 1 for x in g)] for doc, said in grams.items()}
    return {doc: said for doc, said in alone.items() if len(said) >= 20}


def score(seeds: range, *, misses: bool = False) -> pd.DataFrame:
    """Return precision, recall and counts of each status over some seeds, clause by clause."""
    hit, given, true = Counter(), Counter(), Counter()
    sentences = stock()
    for seed in seeds:
        corpus, truth = planted(sentences, seed)
        found = transmission(corpus, source="superior")
        rows = {
            "superior": found[found["status"] != "added"][["text_a", "status"]].to_numpy().tolist(),
            "unit": found[found["status"] == "added"][["text_b", "status"]].to_numpy().tolist(),
        }
        for doc in rows:
            said = Counter((letters(text), status) for text, status in rows[doc])
            wanted = truth[truth["doc_id"] == doc]
            if doc == "unit":
                wanted = wanted[wanted["status"] == "added"]
            meant = Counter((letters(t), s) for t, s in zip(wanted["text"], wanted["status"], strict=True))
            if misses:
                for text, status in meant - said:
                    also = [s for (t, s) in said if t == text]
                    answer = (
                        found.loc[found["text_a"].map(letters) == text, ["text_b", "similarity"]]
                        .to_numpy()
                        .tolist()
                    )
                    print(seed, status, "->", also, text, answer[:1])
                for text, status in said - meant:
                    if not any(t == text for t, _ in meant):
                        print(seed, "extra", status, text)
            for counter, values in ((hit, said & meant), (given, said), (true, meant)):
                for (_, status), n in values.items():
                    counter[status] += n
    table = pd.DataFrame({"n": true, "hit": hit, "given": given}).reindex(STATUSES)
    return table.assign(precision=table["hit"] / table["given"], recall=table["hit"] / table["n"])


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1-30", help="first and last seed")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    first, last = map(int, asked.seeds.split("-"))
    print(score(range(first, last + 1), misses=asked.misses).round(3).to_string())


if __name__ == "__main__":
    main()
