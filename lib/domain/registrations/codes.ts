import { yearOf } from "@/lib/domain/calendar/days";

/** How deep a code goes: AIR-01.1.1.1 and no deeper, as a split does. */
export const deepest = 3;

/**
 * The codes of tasks in their order, each with how deep it stands: AIR-01, AIR-01.1, AIR-02. `taken` is how many root
 * tasks the plan has already. One that is deeper than it can be stands right under the one before it.
 */
export function codesOf(prefix: string, depths: readonly number[], taken = 0): string[] {
  const counts: number[] = [];
  return depths.map((asked) => {
    const depth = Math.min(asked, counts.length, deepest);
    counts.length = depth + 1;
    counts[depth] = (counts[depth] ?? (depth === 0 ? taken : 0)) + 1;
    const [root = 0, ...parts] = counts;
    return [
      `${prefix}${prefix.includes("-") ? "" : "-"}${String(root).padStart(2, "0")}`,
      ...parts,
    ].join(".");
  });
}

/** The code of the task that one is part of, or null for a root. */
export function parentCodeOf(code: string): string | null {
  const end = code.lastIndexOf(".");
  return end < 0 ? null : code.slice(0, end);
}

const root = /^([A-Z]{2,8}-[A-Z]?)(\d{1,3})$/;

/** The pattern and the highest number of a plan's root tasks, from their codes; null where they have no common pattern. */
export function patternOf(codes: readonly string[]): { prefix: string; taken: number } | null {
  const parts = codes.flatMap((code) => {
    const [, prefix, number] = root.exec(code) ?? [];
    return prefix && number ? [{ prefix, number: Number(number) }] : [];
  });
  const last = parts.at(-1);
  if (!last) return null;
  const own = parts.filter(({ prefix }) => prefix === last.prefix);
  return { prefix: last.prefix, taken: Math.max(...own.map(({ number }) => number)) };
}

/** The name of a plan in an address, made by a rule: its letters and the year of its document. */
export function slugFor(prefix: string, datedOn: string | null): string {
  return [prefix.toLowerCase(), ...(datedOn ? [yearOf(datedOn)] : [])].join("-");
}
