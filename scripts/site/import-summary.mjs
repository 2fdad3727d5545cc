import { say } from "../report/words.mjs";

/** What a document gives, to be read: what it says of itself, what could not be read, and an item a line. */
export function summaryOf({ document, warnings, measures }) {
  const { title, documentNumber: number, issuer, datedOn: day } = document;
  const sureness = (certainty) => measures.filter((each) => each.certainty === certainty).length;
  const [sure, likely, doubtful] = ["sure", "likely", "doubtful"].map(sureness);
  const count = measures.length;
  const lines = [
    title || say("import.noTitle"),
    number && say("import.number", { number }),
    issuer && say("import.issuer", { issuer }),
    day && say("import.dated", { day }),
    ...warnings.map(warningLine),
    say("import.counts", { count, sure, likely, doubtful }),
    ...measures.map(itemLine),
  ];
  return `${lines.filter(Boolean).join("\n")}\n`;
}

const unread = {
  page_without_text: say("import.warnings.page_without_text"),
  text_deleted: say("import.warnings.text_deleted"),
  text_hidden: say("import.warnings.text_hidden"),
  page_furniture: say("import.warnings.page_furniture"),
  formula_without_value: say("import.warnings.formula_without_value"),
  picture_without_text: say("import.warnings.picture_without_text"),
  table_unclear: say("import.warnings.table_unclear"),
  signs_dropped: say("import.warnings.signs_dropped"),
  encoding_guessed: say("import.warnings.encoding_guessed"),
};

function warningLine({ code, page, cell, words: found }) {
  const places = [page && say("import.page", { page }), cell && say("import.cell", { cell })];
  const what = unread[code];
  const where = places.filter(Boolean).join("");
  const words = found ? say("import.words", { words: oneLine(found) }) : "";
  return say("import.warning", { what, where, words });
}

const kinds = {
  goal: say("import.kinds.goal"),
  measure: say("import.kinds.measure"),
  submeasure: say("import.kinds.submeasure"),
  requirement: say("import.kinds.requirement"),
};

function itemLine(item) {
  const units = [item.lead, ...item.co_leads, ...item.cooperating, ...item.implementing];
  const names = listed(units.filter(Boolean));
  const words = listed(item.deadlines.map(({ verbatim }) => verbatim));
  const { path } = item;
  const [kind, title] = [kinds[item.kind], oneLine(item.title)];
  const owners = names && say("import.owners", { names });
  const deadline = words && say("import.deadline", { words });
  const said = say("import.item", { path, kind, title, owners, deadline });
  return item.parent ? `  ${said}` : said;
}

const listed = (words) => words.map(oneLine).join(say("list.and"));

/** A line break within a paragraph or cell means nothing. */
const oneLine = (words) => words.replace(/\s*\n\s*/g, "").replace(/\s+/g, " ");
