import { say } from "../report/words.mjs";

/** What a document gives, to be read: what it says of itself, what could not be read, and an item a line. */
export function summaryOf({ document, warnings, measures }) {
  const { title, documentNumber: number, issuer, datedOn: day } = document;
  const sureness = (certainty) => measures.filter((each) => each.certainty === certainty).length;
  const [sure, likely, doubtful] = ["sure", "likely", "doubtful"].map(sureness);
  const lines = [
    title || say("import.noTitle"),
    number && say("import.number", { number }),
    issuer && say("import.issuer", { issuer }),
    day && say("import.dated", { day }),
    ...warnings.map(warningLine),
    say("import.counts", { count: measures.length, sure, likely, doubtful }),
    ...measures.map(itemLine),
  ];
  return `${lines.filter(Boolean).join("\n")}\n`;
}

function warningLine({ code, page, cell, words }) {
  const places = [page && say("import.page", { page }), cell && say("import.cell", { cell })];
  return say("import.warning", {
    what: say(`import.warnings.${code}`),
    where: places.filter(Boolean).join(""),
    words: words ? say("import.words", { words: oneLine(words) }) : "",
  });
}

function itemLine({
  path,
  kind,
  parent,
  title,
  lead,
  co_leads,
  cooperating,
  implementing,
  ...item
}) {
  const names = [lead, ...co_leads, ...cooperating, ...implementing].filter(Boolean).map(oneLine);
  const words = item.deadlines.map(({ verbatim }) => oneLine(verbatim));
  const said = say("import.item", {
    ...{ path, kind: say(`import.kinds.${kind}`), title: oneLine(title) },
    owners: names.length > 0 ? say("import.owners", { names: names.join(say("list.and")) }) : "",
    deadline:
      words.length > 0 ? say("import.deadline", { words: words.join(say("list.and")) }) : "",
  });
  return parent ? `  ${said}` : said;
}

/** A line break within a paragraph or cell means nothing. */
const oneLine = (words) => words.replace(/\s*\n\s*/g, "").replace(/\s+/g, " ");
