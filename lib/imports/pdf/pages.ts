import { withoutRadicals } from "@/lib/imports/radicals";
import { pdfLimits, tooMuch } from "./limits";
import { type Item, linesOf } from "./lines";
import { type Found, openThread } from "./read-thread";
import { noRules, type Rules, rulesOf } from "./rules";

/** A page as it stands: its text with places, upright and counted from the top left, and the rules drawn on it. */
export type Page = {
  number: number;
  width: number;
  height: number;
  items: Item[];
  rules: Rules;
  /** Text that is turned, as stamps and watermarks are, and text that the file calls an ornament. */
  turned: string[];
  artifacts: Set<Item>;
};

/** The pages of a PDF, one after another: a long one is never there as a whole. Throws on a damaged file, and `TooLong`. */
export async function* readPages(bytes: Uint8Array): AsyncGenerator<Page> {
  const thread = await openThread(bytes);
  try {
    if (thread.pages > pdfLimits.pages) throw tooMuch();
    const left: Record<keyof typeof pdfLimits, number> = { ...pdfLimits };
    for (let number = 1; number <= thread.pages; number++) {
      const { view, width, height, found } = await thread.text(number, left);
      left.items -= found.length;
      const text = textOf(found, view);
      left.signs -= text.items.reduce((sum, item) => sum + item.text.length, 0);
      const isAsked = left.strokes > 0 && mayHoldTable(text.items, number);
      const rules = isAsked ? rulesOf(await thread.steps(number), view) : noRules;
      left.strokes -= rules.across.length + rules.down.length;
      yield { number, width, height, rules, ...text };
    }
  } finally {
    await thread.close();
  }
}

function textOf(found: readonly Found[], [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[]) {
  const items: Item[] = [];
  const turned: string[] = [];
  const artifacts = new Set<Item>();
  const marks: boolean[] = [];
  for (const [order, { type, tag, str, transform, width }] of found.entries()) {
    if (type?.startsWith("begin")) marks.push(tag === "Artifact" || marks.at(-1) === true);
    if (type?.startsWith("end")) marks.pop();
    if (str === undefined || str.trim() === "") continue;
    const [ta = 1, tb = 0, tc = 0, td = 1, x = 0, y = 0] = transform;
    const size = Math.hypot(a * tc + c * td, b * tc + d * td);
    const along = { x: a * ta + c * tb, y: b * ta + d * tb };
    const left = a * x + c * y + e;
    if (![size, left, width, y].every(Number.isFinite) || size === 0) continue;
    if (along.x <= 0 || Math.abs(along.y) > along.x / 10) {
      turned.push(str.trim());
      continue;
    }
    const text = withoutRadicals(withoutControls(str));
    const item = { text, left, right: left + width, y: b * x + d * y + f, size, order };
    items.push(item);
    if (marks.at(-1)) artifacts.add(item);
  }
  return { items: withoutDoubles(items), turned, artifacts };
}

const withoutControls = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without names for their signs give these
  text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ").replace(/\u00a0/g, " ");

/** Bold made by printing twice, half a point aside. */
function withoutDoubles(items: Item[]): Item[] {
  return items.filter((item, i) => {
    const before = items[i - 1];
    return !(
      before?.text === item.text &&
      Math.abs(before.left - item.left) < item.size / 8 &&
      Math.abs(before.y - item.y) < item.size / 8
    );
  });
}

/** Rules cost as much to read as the text: they are asked for where two lines or more stand in columns. */
function mayHoldTable(items: Item[], number: number): boolean {
  return linesOf(items, number).filter(({ chunks }) => chunks.length > 1).length > 1;
}
