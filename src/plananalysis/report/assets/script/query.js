/** What a reader asks for: words, "phrases" and /patterns/, read as the command kwic reads them. */
Report.add(({ fold }) => {
  const PATTERN = /\/((?:\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^/\\[])+)\/([a-z]*)(?=\s|$)/suy;
  const PHRASE = /(?:"([^"]+)"|“([^”]+)”)(?=\s|$)/suy;
  const WORD = /\S+/suy;
  const SPACE = /\s+/suy;

  // What classes of characters mean in Python, as the inside of a class.
  const LETTERS = "\\p{L}\\p{N}_";
  const SPACES = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
  const IN_CLASS = { d: "\\p{Nd}", D: "\\P{Nd}", w: LETTERS, s: SPACES, b: "\\x08", a: "\\x07" };
  const OUTSIDE = {
    d: "\\p{Nd}", D: "\\P{Nd}", w: `[${LETTERS}]`, W: `[^${LETTERS}]`, s: `[${SPACES}]`, S: `[^${SPACES}]`, a: "\\x07",
    b: `(?:(?<=[${LETTERS}])(?![${LETTERS}])|(?<![${LETTERS}])(?=[${LETTERS}]))`,
    B: `(?:(?<=[${LETTERS}])(?=[${LETTERS}])|(?<![${LETTERS}])(?![${LETTERS}]))`,
    A: "(?<![^])", Z: "(?![^])",
  };
  const AS_IT_IS = new Set("nrtfvxu0123456789");
  const MARKS = new Set("^$\\.*+?()[]{}|/");

  /** Why a pattern cannot be read, by the name of the words for it. */
  class Unreadable extends Error {}

  /** What `\x` of Python is here; letters that mean nothing are refused, as Python does. */
  function escaped(char, inClass) {
    const known = inClass ? IN_CLASS : OUTSIDE;
    if (Object.hasOwn(known, char)) return known[char];
    if (AS_IT_IS.has(char)) return `\\${char}`;
    if (/[a-z]/i.test(char)) throw new Unreadable("pattern_escape");
    return MARKS.has(char) || (inClass && char === "-") ? `\\${char}` : char;
  }

  /** A class of characters from `[` on, and where it ends. */
  function classAt(source, from) {
    let at = from + 1;
    let made = "[";
    if (source[at] === "^") made += source[at++];
    if (source[at] === "]") { made += "\\]"; at += 1; }
    while (at < source.length && source[at] !== "]") {
      if (source[at] === "\\") {
        made += escaped(source[at + 1] || "", true);
        at += 2;
      } else {
        made += source[at] === "[" ? "\\[" : source[at];
        at += 1;
      }
    }
    if (at >= source.length) throw new Unreadable("pattern_brackets");
    return [`${made}]`, at + 1];
  }

  const GROUP = /\(\?P<(\w+)>|\(\?P=(\w+)\)|\(\?#[^)]*\)/y;
  const REPEAT = /\{(\d*)(,?)(\d*)\}/y;
  /** What stands in braces: how often, or the brace itself. */
  function bracesAt(source, at) {
    REPEAT.lastIndex = at;
    const found = REPEAT.exec(source);
    if (!found || found[0] === "{}") return ["\\{", at + 1];
    return [`{${found[1] || "0"}${found[2]}${found[3]}}`, REPEAT.lastIndex];
  }

  /** A group as Python names it, as it is named here. */
  function groupAt(source, at) {
    GROUP.lastIndex = at;
    const found = GROUP.exec(source);
    if (!found) return ["(", at + 1];
    const named = found[1] ? `(?<${found[1]}>` : "";
    return [found[2] ? `\\k<${found[2]}>` : named, GROUP.lastIndex];
  }

  /** A regular expression of Python written as one of this language, so that both find the same. */
  function translated(source, flags) {
    const many = flags.includes("m");
    const single = {
      ".": flags.includes("s") ? "[^]" : "[^\\n]", "}": "\\}", "]": "\\]",
      "^": many ? "(?<=\\n|^)" : "^", "$": many ? "(?=\\n|$)" : "(?=\\n?$)",
    };
    const longer = { "[": classAt, "{": bracesAt, "(": groupAt };
    let made = "";
    let at = 0;
    while (at < source.length) {
      const char = source[at];
      let piece = Object.hasOwn(single, char) ? single[char] : char;
      if (char === "\\") {
        piece = escaped(source[at + 1] || "", false);
        at += 2;
      } else if (Object.hasOwn(longer, char)) {
        [piece, at] = longer[char](source, at);
      } else {
        at += 1;
      }
      made += piece;
    }
    return made;
  }

  /** What is wrong with a pattern that the browser refuses, by the name of the words for it. */
  function faultOf(source) {
    const bare = source.replace(/\\./gsu, "").replace(/\[\^?\]?[^\]]*\]/gsu, "");
    const count = (char) => bare.split(char).length;
    if (bare.includes("[") || count("(") !== count(")")) return "pattern_brackets";
    return /^[*+?]|[(|][*+]|[*+?}][*+]/u.test(bare) ? "pattern_repeat" : "pattern_other";
  }

  /** A pattern ready to be searched with; throws what is wrong with it. */
  function compiled(source, letters) {
    const leading = /^\(\?([a-z]+)\)/u.exec(source);
    const flags = letters + (leading ? leading[1] : "");
    if (/[^imsu]/.test(flags)) throw new Unreadable("pattern_flags");
    const body = leading ? source.slice(leading[0].length) : source;
    try {
      return new RegExp(translated(body, flags), flags.includes("i") ? "giu" : "gu");
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable(faultOf(body));
    }
  }

  /** The next piece of a query, {kind, text, letters}, and where it ends. */
  function pieceAt(query, at) {
    for (const [kind, look] of [["pattern", PATTERN], ["phrase", PHRASE], ["word", WORD]]) {
      look.lastIndex = at;
      const found = look.exec(query);
      if (found) {
        const text = kind === "word" ? found[0] : found[1] ?? found[2];
        return { kind, text, letters: kind === "pattern" ? found[2] : "", end: look.lastIndex };
      }
    }
    return null;
  }

  /** What one piece asks for: a folded needle, or a pattern. */
  function termOf({ kind, text, letters }) {
    if (kind === "pattern") return { kind, text, look: compiled(text, letters) };
    if (kind === "word" && text.length > 1 && text.startsWith("/")) throw new Unreadable("pattern_open");
    return { kind, text, needle: fold(text) };
  }

  /**
   * Read a query: terms apart by white space, each a word, a "phrase" or a /pattern/ with letters i, m, s behind it.
   * Returns {terms, fault}; the fault is null, or names the words for what is wrong, with the pattern.
   */
  function readQuery(query) {
    const terms = [];
    let at = 0;
    while (at < query.length) {
      SPACE.lastIndex = at;
      if (SPACE.test(query)) {
        at = SPACE.lastIndex;
        continue;
      }
      const piece = pieceAt(query, at);
      at = piece.end;
      try {
        terms.push(termOf(piece));
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        return { terms: [], fault: { reason: error.message, pattern: piece.text } };
      }
    }
    const asked = terms.filter((term) => term.look || term.needle);
    return { terms: asked, fault: asked.length ? null : { reason: "query_empty", pattern: "" } };
  }

  return { readQuery };
});
