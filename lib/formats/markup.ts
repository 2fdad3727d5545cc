/** Text that is markup already and is not escaped again. Only `markup` makes it. */
class Markup {
  constructor(readonly text: string) {}
  toString() {
    return this.text;
  }
}

export type { Markup };

type Value = string | number | Markup | readonly Markup[] | null;

/** A template of XML or HTML: whatever is put into it is escaped, unless it is markup itself. Null is nothing. */
export function markup(parts: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(String.raw({ raw: parts }, ...values.map(written)));
}

function written(value: Value): string {
  if (value === null) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "object") return value.map(written).join("");
  return escapeMarkup(String(value));
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For text between tags and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

/** Control characters that XML 1.0 forbids, halves of surrogate pairs, and overrides of the writing direction. */
const unfit = /(?![\t\n])[\p{Cc}\p{Cs}]|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

/** Text that is fit for a feed or a calendar: nothing in it can break a parser or turn a line around. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unfit, "");
}
