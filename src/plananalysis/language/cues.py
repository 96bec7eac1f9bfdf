"""What a sentence must hold to be looked at closely: cheap to search for, and nothing is lost by it."""

from plananalysis.language.times import REACHED

BINDING = (
    "[0-9０-９番起就每分成年岁月旬半季工按逐牵负:：会由前期次场轮遍堂批题课节回至不日当内提二两三四五六七八九十百千](?:"
    "(?<=[0-9０-９每])|(?<=[一二两三四五六七八九]番)|(?<=[月日]起)|(?<=年就)|"
    rf"(?<=今年)[^。；]{{0,24}}(?:{REACHED})|"
    "(?<=分)之|(?<=[一二两三四五六七八九]成)|(?<=年)[底末内中前]|(?<=岁)末|(?<=月)[底末]|(?<=[上中下]旬)|(?<=半)年|(?<=季)度|(?<=工)作日"
    "|(?<=[按逐])[月季周旬]|(?<=牵)头|(?<=负)责(?![人同任])|(?<=[位门人][:：])|(?<=会)同|(?<=由)[^，。；]{2,42}(?:共同|主办|承办|承担|配合|联合|落实|实施)"
    "|(?<=[汛节季始束临到学届冬会年之以]前)|(?<=期)末|(?<=[一二两三四五六七八九十][次期场轮遍堂批题课节回])|(?<=至)少|(?<=不)(?:少于|低于|超过)|(?<=[当即次]日)"
    "|(?<=当)天|(?<=[时钟天日周期月之以]内)|(?<=提)前|(?<=[设立造建育增成放派进][二两三四五六七八九十])|(?<=[一二两三四五六七八九][十百千])"
    "|(?<=十)[一二三四五六七八九个家户人名项条件处所亩])"
)
"""Anything that could be a quantity, a deadline, a frequency or a responsible body; most sentences hold none.

The search jumps from one of the first characters to the next; each case then looks back at its own.
"""
