"""What decides whether a numbered slogan speaks for itself."""

GENERAL_HEADS = "^[一二三四五六七八九十两]+[大项个支]?(?:工程|行动|体系|计划|任务|改革|队伍|一批|一张网)$"
"""Heads that everybody counts, each his own: 三大工程, 八大行动; such a term means what is listed near it."""

PART_OF_LONGER = "[0-9一二三四五六七八九十百千两第小]个?$"
"""What stands before a numbered slogan that is a part of a longer one: 三个一号工程, 第三通道, 小三通."""

PAIRED = "[一二三四五六七八九十百千两][\u4e00-\u9fff]$"
"""The same for one of two characters, which is often half of a rhyme: 三高四新."""

PAIRED_AFTER = "[一二三四五六七八九十百千两][\u4e00-\u9fff]"
"""What stands behind the other half: 三通一码."""
