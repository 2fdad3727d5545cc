import { labelled, numeral } from "@/lib/imports/numerals";
import type { Level, Numbering } from "./numbering";
import type { Styles } from "./styles";

/** What a paragraph itself says of its number. */
export type Numbered = { style?: string; numId?: number; ilvl?: number };

const deepest = 8;

/**
 * Counts the numbered paragraphs in their order; each comes back with its number before its text, as the page shows it.
 * Lists of one definition count on from each other, unless a list says where it starts.
 */
export function labelCounter({ lists, abstracts }: Numbering, styles: Styles) {
  const counts = new Map<number, (number | undefined)[]>();
  const begun = new Set<string>();

  /** The definition of a list, which may be a style's. */
  const definition = (numId: number) => {
    let list = lists.get(numId);
    for (let steps = 0; list && steps < 10; steps++) {
      const abstract = abstracts.get(list.abstract);
      if (!abstract?.link) return { id: list.abstract, levels: abstract?.levels };
      list = lists.get(styles.of(abstract.link).numId ?? -1);
    }
    return null;
  };

  /** The level that names this style, or the nearest that it is based on. */
  const linkedLevel = (
    levels: ReadonlyMap<number, Level> | undefined,
    style: string | undefined,
  ) => {
    const byStyle = new Map([...(levels ?? [])].map(([at, level]) => [level.style, at]));
    const id = styles.chain(style).find((each) => byStyle.has(each));
    return id === undefined ? null : (byStyle.get(id) ?? null);
  };

  return (paragraph: Numbered, text: string): string => {
    const style = styles.of(paragraph.style);
    const numId = paragraph.numId ?? style.numId ?? 0;
    const found = numId > 0 ? definition(numId) : null;
    if (!found) return text;
    const overrides = lists.get(numId)?.overrides;
    const levelAt = (at: number): Level | undefined =>
      overrides?.get(at)?.level ?? found.levels?.get(at);
    const startAt = (at: number) => overrides?.get(at)?.start ?? levelAt(at)?.start ?? 1;

    const linked =
      paragraph.numId === undefined ? linkedLevel(found.levels, paragraph.style) : null;
    const given = paragraph.ilvl ?? linked ?? style.ilvl ?? 0;
    const at = Math.min(Math.max(given, 0), deepest);
    const level = levelAt(at);
    if (!level) return text;

    const count = counts.get(found.id) ?? [];
    counts.set(found.id, count);
    const isFirst = !begun.has(`${numId} ${at}`);
    begun.add(`${numId} ${at}`);
    const starts = isFirst ? overrides?.get(at)?.start : null;
    count[at] = starts ?? (count[at] === undefined ? startAt(at) : (count[at] ?? 0) + 1);
    for (let below = at + 1; below <= deepest; below++) {
      const restart = levelAt(below)?.restart ?? below;
      if (at < restart) count[below] = undefined;
    }

    const label = level.text.replace(/%([1-9])/g, (_, place) => {
      const of = Number(place) - 1;
      const format = level.isLegal ? "decimal" : (levelAt(of)?.format ?? "decimal");
      return numeral(format, count[of] ?? startAt(of));
    });
    if (level.format === "bullet") return text;
    return level.suffix === "nothing" ? label + text : labelled(label, text);
  };
}
