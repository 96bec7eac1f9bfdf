"""Folding: one character becomes one or none, and every folded character knows where it came from."""

import random
import unicodedata

from plananalysis.folding import QUOTES, _table, fold, fold_text, plain, simplify


def simple_fold(text, keep_lines=False):
    """The plain loop that the array stands for."""
    kept = []
    for i, char in enumerate(text):
        if keep_lines and char in "\n\r\v\f\x85\u2028\u2029":
            kept.append((i, "\n"))
        elif folded := _table().get(ord(char), char):
            kept.append((i, folded))
    return "".join(char for _, char in kept), [i for i, _ in kept]


def test_fold_equals_the_plain_loop_on_mixed_text():
    choose = random.Random(7)
    alphabet = "党建“”‘’「」，,、ＡＢａｂAB１２12 \t\n\r\u3000①㈠，。；：《》【】()（）+＋%％😀𠀀䶮\u200b"
    for keep_lines in (False, True):
        for _ in range(300):
            text = "".join(choose.choice(alphabet) for _ in range(40))
            folded, origin = fold(text, keep_lines=keep_lines)
            assert (folded, origin.tolist()) == simple_fold(text, keep_lines)


FULL_WIDTH_LETTERS = "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"


def one_by_one(char):
    """What a character folds to, by what Unicode says of it; ideographs aside."""
    if char in QUOTES or char.isspace() or unicodedata.category(char) == "Cf":
        return ""
    if char in "，,、､﹑﹐":
        return "、"
    enclosed_or_wide = "\u2460" <= char < "\u2500" or "\uff00" <= char <= "\uffff"
    narrow = unicodedata.normalize("NFKC", char) if enclosed_or_wide else char
    lower = (narrow if len(narrow) == 1 else char).lower() if len(narrow) == 1 else char
    return lower if len(lower) == 1 else char


def test_every_character_but_ideographs_folds_as_unicode_says():
    codes = [*range(0x3400), *range(0xA000, 0xD800), *range(0xE000, 0xF900), *range(0xFB00, 0x10000)]
    wrong = [f"U+{code:04X}" for code in codes if fold(chr(code)).text != one_by_one(chr(code))]
    assert wrong == []
    for code in (0xD800, 0xDFFF):
        assert fold(chr(code)).text == "\ufffd"
    for char in ("\U00010000", "😀", "𠀀", "\U0010ffff"):
        assert fold(char).text == fold_text(char) == char


def test_plain_narrows_letters_digits_and_the_signs_behind_a_number_and_nothing_else():
    wide = [chr(code) for code in range(0xFF00, 0xFFF0)]
    changed = {char for char in wide if plain(char) != char}
    assert changed == set(FULL_WIDTH_LETTERS)
    assert plain("".join(wide)) == "".join(plain(char) for char in wide)
    assert plain("３．５％，占％，．三") == "3.5%，占％，．三"


def test_the_short_way_gives_the_same_text():
    choose = random.Random(3)
    alphabet = "党建“”，,ＡａB１ \t\n①著乾瞭後覆檔案😀𠀀\u200b\ud800"
    for _ in range(500):
        text = "".join(choose.choice(alphabet) for _ in range(12))
        assert fold_text(text) == fold(text).text, text


def test_quotes_vanish_and_commas_are_alike():
    assert fold("".join(sorted(QUOTES))).text == ""
    assert (
        fold("不忘初心，牢记使命").text == fold("不忘初心、牢记使命").text == fold("“不忘初心,牢记使命”").text
    )


def test_span_leads_back_to_the_text():
    text = "做到“两个维护”，做到"
    folded = fold(text)
    at = folded.text.index("两个维护")
    start, end = folded.span(at, at + 4)
    assert text[start:end] == "两个维护"


def test_lone_surrogates_and_empty_text():
    assert fold("").text == ""
    assert fold("一\ud800").text == "一\ufffd"


def test_traditional_characters_fold_one_to_one():
    text = "堅持“三會一課”制度，關於紅川市檔案館"
    folded = fold(text)
    assert folded.text == fold("坚持三会一课制度，关于红川市档案馆").text
    start, end = folded.span(2, 6)
    assert text[start:end] == "三會一課"


def test_what_simplified_text_writes_itself_stays():
    """Every common simplified character, and rare ones that are no traditional form."""
    common = "".join(
        bytes((high, low)).decode("gb2312", "ignore")
        for high in range(0xB0, 0xF8)
        for low in range(0xA1, 0xFF)
    )
    common = common.replace("後", "").replace("於", "")
    assert len(common) > 6700
    assert simplify(common) is common
    lines = f"{common[:9]}\n{common[9:19]}"
    assert simplify(lines) is lines
    assert simplify("镕堃喆乾著徵㙍") == "镕堃喆乾著徵㙍"


def test_simplify_keeps_every_offset():
    text = "一\ud800\n後😀檔\x00𠀀"
    assert simplify(text) == "一\ud800\n后😀档\x00𠀀"
    assert simplify("") == ""
