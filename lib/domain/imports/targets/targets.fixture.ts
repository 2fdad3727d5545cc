import { readDocument } from "@/lib/domain/imports/blocks";
import type { Item } from "@/lib/domain/imports/candidates";
import { targetsOf } from "./targets-of";

/** What an item of these words is to reach, as a line each: name, comparator, value, unit and years. */
export function targetsIn(words: string): string[] {
  const document = readDocument([{ kind: "paragraph", text: words }]);
  const place = { start: 0, end: document.text.length };
  const item: Item = {
    ...{ path: "一", kind: "goal", parent: null, title: place, quotes: [place], cells: {} },
    ...{ headings: [], leadIns: [], evidence: [], isOptional: false },
  };
  const [found = []] = targetsOf(document, [item]);
  return found.map(({ name, comparator, value, unit, baseYear, targetYear }) =>
    [
      name && document.text.slice(name.start, name.end),
      comparator,
      value,
      unit,
      baseYear,
      targetYear,
    ]
      .filter((each) => each !== null)
      .join(" "),
  );
}
