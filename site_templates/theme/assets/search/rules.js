/* What a search finds and in which order. Pure: no page, no network, so that the same file runs in the browser's
   worker and in `kaohe search-test`.

   A book is { name, kinds, variants, columns }. Each column, `title` say, is one long string with a line a record:
   reading and looking through seven of those costs a tenth of what thousands of small strings would. */
(function () {
  "use strict";

  /* 1 Words that are the same */

  const DROPPED = /["'“”‘’《》〈〉「」『』【】〔〕()[\]\-–—−_]/g;
  const BREAKS = /[^\S\n\t]|[。、，；：！？,;:!?·|/｜／]/g;
  const NUMERAL = /([二三四五六七八九])?十([一二三四五六七八九])?|[〇零一二三四五六七八九]/g;
  const PIECE = new RegExp(`[二三四五六七八九]?十[一二三四五六七八九]?|${DROPPED.source}|[^十二三四五六七八九"'“”‘’《》〈〉「」『』【】〔〕()[\\]\\-–—−_]+|[^]`, "g");

  function digit(word) {
    return word === "零" ? 0 : "〇一二三四五六七八九".indexOf(word);
  }

  function numeral(word, tens, ones) {
    return word.includes("十") ? (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0) : digit(word);
  }

  /* Width, case, quotes, hyphens and the way a number is written make no difference: 综采１队 is 综采一队. */
  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(DROPPED, "").replace(BREAKS, " ").replace(NUMERAL, numeral);
  }

  /* The folded text, and for each of its characters from where to where it stood in the text. */
  function spelled(text) {
    const from = [];
    const to = [];
    let folded = "";
    function add(piece, at) {
      const made = fold(piece);
      const even = made.length === piece.length;
      if (!even && piece.length > 1 && !piece.includes("十")) {
        Array.from(piece).reduce((next, one) => (add(one, next), next + one.length), at);
        return;
      }
      folded += made;
      for (let one = 0; one < made.length; one += 1) {
        from.push(even ? at + one : at);
        to.push(even ? at + one + 1 : at + piece.length);
      }
    }
    Array.from(text.matchAll(PIECE), ({ 0: piece, index }) => add(piece, index));
    return { folded, from, to };
  }

  /* 2 A book made ready */

  function lines(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      starts.push(at + 1);
    }
    return { text, starts };
  }

  function line({ text, starts }, row) {
    return text.slice(starts[row], row + 1 < starts.length ? starts[row + 1] - 1 : text.length);
  }

  function prepare({ name, kinds, variants, columns }) {
    const written = Object.fromEntries(Object.keys(columns).map((one) => [one, lines(columns[one])]));
    const made = [];
    function record(row) {
      const { kind, unit, path, title, aliases, text } = Object.fromEntries(Object.keys(written).map((one) => [one, line(written[one], row)]));
      return { book: name, year: Number(name), order: row, kind: kinds[kind], unit, path, title, aliases: aliases.split("\t").filter(Boolean), text };
    }
    const book = {
      name,
      size: written.title.starts.length,
      record: (row) => (made[row] = made[row] || record(row)),
      variants: new Map(Array.from(variants).map((one, at) => [one, variants[at - (at % 2) + 1]])),
      units: new Map(),
      titles: lines(fold(columns.title)),
      aliases: lines(fold(columns.aliases)),
      pinyin: written.pinyin,
      initials: lines(columns.pinyin.replace(/([a-z])[a-z]*| /g, "$1")),
      texts: lines(fold(columns.text)),
    };
    range(0, book.size).forEach(function (row) {
      const unit = line(written.unit, row);
      if (unit && (line(written.kind, row) === "0" || !name)) {
        book.units.set(unit, book.record(row));
      }
    });
    return book;
  }

  function range(from, to) {
    return Array.from({ length: to - from }, (_, at) => from + at);
  }

  /* 3 How well a record fits a term: the smaller, the better */

  const LEVELS = { title: 0, alias: 1, titleStart: 2, inTitle: 3, inAlias: 4, sound: 5, soundStart: 6, inSound: 7, text: 8 };

  function lineAt({ text, starts }, at) {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      [low, high] = starts[middle] <= at ? [middle, high] : [low, middle];
    }
    const found = line({ text, starts }, low);
    return { row: low, start: starts[low], end: starts[low] + found.length, line: found };
  }

  /* Calls `found` once for each line that holds the term. */
  function eachLine(column, term, found) {
    for (let at = column.text.indexOf(term); at >= 0; ) {
      const here = lineAt(column, at);
      found(here, at - here.start);
      at = column.text.indexOf(term, here.end);
    }
  }

  function levelsOf(book, term) {
    const levels = new Map();
    function note(row, level) {
      levels.set(row, Math.min(level, levels.has(row) ? levels.get(row) : level));
    }
    function sounds({ row, line: whole }, at, length) {
      note(row, at ? LEVELS.inSound : whole.length === length ? LEVELS.sound : LEVELS.soundStart);
    }
    eachLine(book.texts, term, ({ row }) => note(row, LEVELS.text));
    if (/^(?=.*[a-z].*[a-z])[a-z0-9]+$/.test(term)) {
      eachLine(book.initials, term, (here, at) => sounds(here, at, term.length));
      const spoken = new RegExp(`(^| )${Array.from(term).join(" ?")}`, "gm");
      for (const { 0: word, 1: blank, index } of book.pinyin.text.matchAll(spoken)) {
        const here = lineAt(book.pinyin, index + blank.length);
        sounds(here, index + blank.length - here.start, word.length - blank.length);
      }
    }
    eachLine(book.aliases, term, ({ row, line: names }) => note(row, names.split("\t").includes(term) ? LEVELS.alias : LEVELS.inAlias));
    eachLine(book.titles, term, ({ row, line: title }, at) => note(row, title === term ? LEVELS.title : at ? LEVELS.inTitle : LEVELS.titleStart));
    return levels;
  }

  /* 4 What is asked */

  const FILTER = /(?:^|\s)(类型|年度|单位)[:：](\S+)/g;

  /* `综采 整改 类型:台账` → its terms and filters; a traditional character is read as the simplified one of a title. */
  function parse(query, books = []) {
    const filters = Array.from(query.matchAll(FILTER), ([, name, value]) => ({ name, value, folded: fold(value) }));
    const simplified = (word) => word.replace(/[\u3400-\u9fff]/g, (one) => {
      const knowing = books.find(({ variants }) => variants.has(one));
      return knowing ? knowing.variants.get(one) : one;
    });
    const words = query.replace(FILTER, " ").split(new RegExp(`(?:\\s|${BREAKS.source})+`));
    const typed = new Map(words.map((word) => [fold(simplified(word)), word]).filter(([term]) => term));
    return { terms: Array.from(typed.keys()), typed, filters };
  }

  function passes(row, { name, value, folded }, units) {
    if (name === "年度") {
      return value === "全部" || row.book === value;
    }
    if (name === "类型") {
      return row.kind.includes(value);
    }
    const unit = units.get(row.unit);
    return row.unit === folded || Boolean(unit) && [unit.title, ...unit.aliases].some((one) => fold(one) === folded);
  }

  /* 5 All terms, in order */

  function matches(books, terms) {
    const hits = [];
    books.forEach(function (book) {
      const [first, ...others] = terms.map((term) => levelsOf(book, term));
      const found = first || new Map(range(0, book.size).map((row) => [row, 0]));
      found.forEach(function (level, row) {
        if (others.every((levels) => levels.has(row))) {
          hits.push({ row: book.record(row), level: others.reduce((sum, levels) => sum + levels.get(row), level) });
        }
      });
    });
    return hits;
  }

  /* The newest year first; what belongs to no year, after all of them. */
  function compare(a, b) {
    return a.level - b.level || b.row.year - a.row.year || a.row.order - b.row.order;
  }

  function count(rows, word) {
    const counts = new Map();
    rows.forEach((row) => word(row) && counts.set(word(row), (counts.get(word(row)) || 0) + 1));
    return Array.from(counts).sort((a, b) => b[1] - a[1]);
  }

  /* Of each filter what its choices would leave beside the others. */
  function facets(rows, filters, units) {
    const beside = (name) => rows.filter((row) => filters.every((one) => one.name === name || passes(row, one, units)));
    const unitName = (row) => units.has(row.unit) && units.get(row.unit).title;
    return {
      类型: count(beside("类型"), (row) => row.kind),
      年度: count(beside("年度"), (row) => row.book),
      单位: count(beside("单位"), unitName),
    };
  }

  /* 6 When nothing has all terms */

  /* One character put, left out or taken for another. */
  function oneOff(term) {
    const letters = Array.from(term);
    const around = (from, to, between) => letters.slice(0, from).concat(between, letters.slice(to)).map(literal).join("");
    const every = (way) => letters.map((_, at) => way(at));
    const ways = [
      ...every((at) => around(at, at, ANY)), // the longest first, since the first that fits is taken
      ...every((at) => around(at, at + 1, ANY)),
      ...every((at) => around(at, at + 1, [])),
    ];
    return new RegExp(ways.join("|"), "g");
  }

  const ANY = ["\n"]; // no folded text has one

  function literal(letter) {
    return letter === ANY[0] ? "[^\\n\\t ]" : letter.replace(/[.*+?^${}|\\]/, "\\$&");
  }

  /* The title or alias nearest to a term nobody has, as it is written there; whole ones before parts. */
  function nearest(books, term) {
    let best = { far: Infinity };
    for (const book of term.length < 3 ? [] : books) {
      for (const column of [book.titles, book.aliases]) {
        for (const { 0: word, index } of column.text.matchAll(oneOff(term))) {
          const { row, line: names, start } = lineAt(column, index);
          const whole = names.split("\t").includes(word);
          const far = (whole ? 0 : index === start ? 100 : 200) + Math.abs(names.length - term.length);
          best = far < best.far ? { far, word, row: book.record(row) } : best;
        }
      }
    }
    return best.row ? original(best) : null;
  }

  function original({ word, row }) {
    for (const text of [row.title, ...row.aliases]) {
      const { folded, from, to } = spelled(text);
      const at = folded.indexOf(word);
      if (at >= 0) {
        return text.slice(from[at], to[at + word.length - 1]);
      }
    }
    return word;
  }

  /* Words in letters have blanks between them; only Chinese ones may stand together. */
  function halves(terms) {
    const chinese = terms.filter((term) => /[\u3400-\u9fff]/.test(term));
    const long = chinese.reduce((most, one) => (one.length > most.length ? one : most), "");
    const cuts = Array.from({ length: Math.max(0, long.length - 3) }, (_, at) => long.length - 2 - at);
    return cuts.map((cut) => terms.flatMap((one) => (one === long ? [one.slice(0, cut), one.slice(cut)] : one)));
  }

  /* Tried in turn: two words written as one, one wrong character, fewer terms. */
  function repairs(books, terms) {
    const known = terms.map((term) => matches(books, [term]).length > 0);
    const near = terms.map((term, at) => (known[at] ? term : nearest(books, term) || ""));
    const instead = near.flatMap((word, at) => (!known[at] && word ? [[terms[at], word]] : []));
    const mended = near.map(fold).join(" ").split(" ").filter(Boolean);
    const lost = (kept) => terms.filter((term, at) => !kept.includes(term) && !(near[at] && !known[at]));
    const fewer = mended.map((_, left) => mended.slice(0, mended.length - left));
    return [
      ...halves(terms).map((tried) => ({ terms: tried, instead: [], dropped: [] })),
      ...fewer.map((tried) => ({ terms: tried, instead, dropped: lost(tried) })),
    ];
  }

  /* → { hits, facets, terms, instead, dropped }: `instead` are pairs of a term and what was taken for it. */
  function find(books, query) {
    const { terms, typed, filters } = parse(query, books);
    const units = new Map(books.flatMap((book) => Array.from(book.units)).reverse());
    function attempt(way) {
      const hits = matches(books, way.terms);
      const instead = way.instead.map(([term, taken]) => [typed.get(term), taken]);
      const dropped = way.dropped.map((term) => typed.get(term));
      const shown = hits.filter(({ row }) => filters.every((one) => passes(row, one, units)));
      return Object.assign({ hits: shown.sort(compare), facets: facets(hits.map(({ row }) => row), filters, units) }, way, { instead, dropped });
    }
    const asked = attempt({ terms, instead: [], dropped: [] });
    if (asked.hits.length || !terms.length) {
      return asked;
    }
    for (const way of repairs(books, terms)) {
      const found = attempt(way);
      if (found.hits.length) {
        return found;
      }
    }
    return asked;
  }

  /* 7 What is shown of a record */

  /* The text in turns: plain, marked, plain … */
  function marked(text, terms) {
    const { folded, from, to } = spelled(text);
    const spans = [];
    terms.forEach(function (term) {
      for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
        spans.push([from[at], to[at + term.length - 1]]);
      }
    });
    const parts = [];
    let done = 0;
    spans.sort((a, b) => a[0] - b[0]).forEach(function ([start, end]) {
      if (parts.length && start <= done) {
        parts[parts.length - 1] += text.slice(done, end);
      } else {
        parts.push(text.slice(done, start), text.slice(start, end));
      }
      done = Math.max(done, end);
    });
    return parts.concat(text.slice(done));
  }

  /* The part of a long text around the first term in it. */
  function excerpt(text, terms, most) {
    const { folded, from } = spelled(text);
    const found = terms.map((term) => folded.indexOf(term)).filter((at) => at >= 0);
    const place = found.length ? from[Math.min(...found)] : 0;
    const start = Math.max(0, Math.min(place - 15, text.length - most));
    return (start ? "…" : "") + text.slice(start, start + most) + (start + most < text.length ? "…" : "");
  }

  function shown({ row, level }, terms, most = 80) {
    const { book, kind, path, title, text } = row;
    return { book, kind, path, level, title: marked(title, terms), text: marked(excerpt(text, terms, most), terms) };
  }

  globalThis.KaoheSearch = { prepare, parse, find, shown };
})();
