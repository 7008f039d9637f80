/* What a search finds and in which order, in the browser's worker and in `kaohe search-test`.

   A book is { name, kinds, variants, columns }, each column one long string with a line a record: that costs a tenth
   of what thousands of small strings would. */
(function () {
  "use strict";

  /* 1 Words that are the same */

  const DROPPED = /["'“”‘’《》〈〉「」『』【】〔〕()[\]\-–—−_]/g;
  const BREAKS = /[^\S\n\t]|[。、，；：！？,;:!?·|/｜／]/g;
  const ONES = "一二三四五六七八九";
  const TEN = `[${ONES}]?十[${ONES}]?`;
  const NUMERAL = new RegExp(`${TEN}|[〇零${ONES}]`, "g");

  const digit = (word) => ONES.indexOf(word) + 1;

  function numeral(word) {
    const [tens, ones] = word.split("十");
    return ones === undefined ? digit(word) : digit(tens) * 10 + (ones ? digit(ones) : 0);
  }

  /* Width, case, quotes, hyphens and the way a number is written make no difference: 综采１队 is 综采一队. */
  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(DROPPED, "").replace(BREAKS, " ").replace(NUMERAL, numeral);
  }

  const LETTER = new RegExp(`${TEN}|[^]`, "gu");
  const letters = new Map(); // each folded once

  /* The folded text, and for each of its characters from where to where it stood in the text. */
  function spelled(text) {
    const from = [];
    const to = [];
    let folded = "";
    for (const { 0: letter, index } of text.matchAll(LETTER)) {
      const made = letters.get(letter) || fold(letter);
      letters.set(letter, made);
      folded += made;
      for (let unit = 0; unit < made.length; unit += 1) {
        from.push(index);
        to.push(index + letter.length);
      }
    }
    return { folded, from, to };
  }

  /* 2 A book made ready */

  function lines(text) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      starts.push(at + 1);
    }
    return { text, starts: Uint32Array.from(starts) };
  }

  /* Fifty lines at a time: what is made on the way is soon forgotten. */
  function changed(text, change) {
    return lines(text.replace(/(?:.*\n){1,50}|.+/g, (some) => change(some)));
  }

  function line({ text, starts }, row) {
    return text.slice(starts[row], (starts[row + 1] || text.length + 1) - 1);
  }

  function prepare({ name, kinds, variants, columns }) {
    const [kind, unit, path, title, aliases, text] = ["kind", "unit", "path", "title", "aliases", "text"].map((one) => lines(columns[one]));
    const book = {
      name,
      year: Number(name),
      rows: title.starts.map((_, row) => row),
      kind: (row) => kinds[line(kind, row)],
      unit: (row) => line(unit, row),
      title: (row) => line(title, row),
      record: (row) => ({
        book: name,
        kind: book.kind(row),
        path: line(path, row),
        title: book.title(row),
        aliases: line(aliases, row).split("\t").filter(Boolean),
        text: line(text, row),
      }),
      variants: new Map(Array.from(variants).map((one, at) => [one, variants[at - (at % 2) + 1]])),
      units: new Map(),
      titles: changed(columns.title, fold),
      aliases: changed(columns.aliases, fold),
      pinyin: lines(columns.pinyin),
      initials: changed(columns.pinyin, (some) => some.replace(/([a-z])[a-z]*| /g, "$1")),
      texts: changed(columns.text, fold),
    };
    book.rows.forEach((row) => book.unit(row) && (book.kind(row) === kinds[0] || !name) && book.units.set(book.unit(row), row));
    return book;
  }

  /* 3 How well a record fits a term: the smaller, the better */

  const LEVELS = { title: 0, alias: 1, titleStart: 2, inTitle: 3, inAlias: 4, sound: 5, soundStart: 6, inSound: 7, text: 8 };

  function rowAt({ starts }, at) {
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      [low, high] = starts[middle] <= at ? [middle, high] : [low, middle];
    }
    return low;
  }

  /* Calls `found` once for each line that holds the term, with its row and where in it. */
  function eachLine(column, term, found) {
    for (let at = column.text.indexOf(term); at >= 0; ) {
      const row = rowAt(column, at);
      found(row, at - column.starts[row]);
      at = column.text.indexOf(term, column.starts[row + 1] || Infinity);
    }
  }

  /* The rows that hold the term, and each row's level. */
  function levelsOf(book, term) {
    const rows = [];
    const levels = new Float32Array(book.rows.length).fill(Infinity);
    function note(row, level) {
      levels[row] < Infinity || rows.push(row);
      levels[row] = Math.min(level, levels[row]);
    }
    function sounds(column, row, at, length) {
      note(row, at ? LEVELS.inSound : line(column, row).length === length ? LEVELS.sound : LEVELS.soundStart);
    }
    eachLine(book.texts, term, (row) => note(row, LEVELS.text));
    if (/^(?=.*[a-z].*[a-z])[a-z0-9]+$/.test(term)) {
      eachLine(book.initials, term, (row, at) => sounds(book.initials, row, at, term.length));
      const spoken = new RegExp(`(^| )${Array.from(term).join(" ?")}`, "gm");
      for (const { 0: word, 1: blank, index } of book.pinyin.text.matchAll(spoken)) {
        const row = rowAt(book.pinyin, index + blank.length);
        sounds(book.pinyin, row, index + blank.length - book.pinyin.starts[row], word.length - blank.length);
      }
    }
    eachLine(book.aliases, term, (row) => note(row, line(book.aliases, row).split("\t").includes(term) ? LEVELS.alias : LEVELS.inAlias));
    eachLine(book.titles, term, (row, at) => note(row, line(book.titles, row) === term ? LEVELS.title : at ? LEVELS.inTitle : LEVELS.titleStart));
    return { rows, levels };
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

  function passing({ name, value, folded }, given) {
    if (name === "年度") {
      return (book) => value === "全部" || book.name === value;
    }
    if (name === "类型") {
      return (book, row) => book.kind(row).includes(value);
    }
    const names = (book, [id, row]) => [id, line(book.titles, row), ...line(book.aliases, row).split("\t")];
    const meant = new Map(given.flatMap((book) => Array.from(book.units).filter((unit) => names(book, unit).includes(folded))));
    return (book, row) => meant.has(book.unit(row));
  }

  /* 5 All terms, in order */

  const ROWS = 2 ** 20; // no book has more

  /* What has all terms, each a number: level, book, row. Ten thousand objects make memory grow for good. */
  function matches(books, terms) {
    const hits = new Float64Array(books.reduce((sum, { rows }) => sum + rows.length, 0));
    let found = 0;
    books.forEach(function (book, at) {
      const all = terms.map((term) => levelsOf(book, term));
      (all.length ? all[0] : book).rows.forEach(function (row) {
        const level = all.reduce((sum, { levels }) => sum + levels[row], 0);
        if (level < Infinity) {
          hits[found++] = (level * books.length + at) * ROWS + row;
        }
      });
    });
    return hits.subarray(0, found).sort();
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
          const row = rowAt(column, index);
          const names = line(column, row);
          const whole = names.split("\t").includes(word);
          const far = (whole ? 0 : index === column.starts[row] ? 100 : 200) + Math.abs(names.length - term.length);
          best = far < best.far ? { far, word, book, row } : best;
        }
      }
    }
    return best.book ? original(best) : null;
  }

  function original({ word, book, row }) {
    const { title, aliases } = book.record(row);
    for (const text of [title, ...aliases]) {
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

  /* `some(from, to)` of the result are records in order, `instead` pairs of a term and what was taken for it; a facet
     is what each choice of a filter would leave beside the others. */
  function find(given, query) {
    const { terms, typed, filters } = parse(query, given);
    const books = Array.from(given).sort((a, b) => b.year - a.year); // the shelf comes last
    const passes = filters.map((one) => passing(one, given));

    function titleOf(id) {
      const home = given.find(({ units }) => units.has(id));
      return home && home.title(home.units.get(id));
    }

    const words = {
      类型: (book, row) => book.kind(row),
      年度: ({ name }) => name,
      单位: (book, row) => titleOf(book.unit(row)),
    };

    const place = (hit) => [books[Math.floor(hit / ROWS) % books.length], hit % ROWS];

    function attempt({ terms: tried, instead, dropped }) {
      const counts = Object.keys(words).map((name) => [name, new Map()]);
      const hits = matches(books, tried).filter(function (hit) {
        const [book, row] = place(hit);
        const failed = filters.filter((_, at) => !passes[at](book, row));
        counts.forEach(function ([name, found]) {
          const word = failed.every((one) => one.name === name) && words[name](book, row);
          return word && found.set(word, (found.get(word) || 0) + 1);
        });
        return !failed.length;
      });
      return {
        terms: tried,
        total: hits.length,
        some: (from, to) => Array.from(hits.slice(from, to), place).map(([book, row]) => book.record(row)),
        facets: Object.fromEntries(counts.map(([name, found]) => [name, Array.from(found).sort((a, b) => b[1] - a[1])])),
        instead: instead.map(([term, taken]) => [typed.get(term), taken]),
        dropped: dropped.map((term) => typed.get(term)),
      };
    }

    const asked = attempt({ terms, instead: [], dropped: [] });
    for (const way of asked.total || !terms.length ? [] : repairs(given, terms)) {
      const found = attempt(way);
      if (found.total) {
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
    const starts = Array.from({ length: text.length / 200 }, (_, at) => at * 200);
    const near = starts.find((at) => terms.some((term) => fold(text.slice(at, at + 300)).includes(term))) || 0;
    const { folded, from } = spelled(text.slice(near, near + 300));
    const found = terms.map((term) => folded.indexOf(term)).filter((at) => at >= 0);
    const place = found.length ? near + from[Math.min(...found)] : 0;
    const start = Math.max(0, Math.min(place - 15, text.length - most));
    return (start ? "…" : "") + text.slice(start, start + most) + (start + most < text.length ? "…" : "");
  }

  function shown({ book, kind, path, title, text }, terms, most = 80) {
    return { book, kind, path, title: marked(title, terms), text: marked(excerpt(text, terms, most), terms) };
  }

  globalThis.KaoheSearch = { prepare, parse, find, shown };
})();
