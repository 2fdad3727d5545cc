import type { Item } from "@/lib/domain/imports/candidates";
import type { Reading } from "./reading";

const marked = ["bracket", "labelled"];

/**
 * A bracket behind the last of several marked parts (一是…；二是…。（甲负责）) is of the item that they are parts of, if none
 * of them has its own: moves what was read there. Takes and returns what each item was read to say, in their order.
 */
export function withShared(items: readonly Item[], own: readonly Reading[][]): Reading[][] {
  const moved = own.map((readings) => [...readings]);
  const parts = new Map<number, number[]>();
  for (const [i, { parent }] of items.entries())
    if (parent !== null) parts.set(parent, [...(parts.get(parent) ?? []), i]);
  for (const [parent, all] of parts) {
    const last = all.at(-1) ?? parent;
    const readings = own[last] ?? [];
    const isBehind = readings.length > 0 && readings.every(({ rule }) => marked.includes(rule));
    const isOnly = all.every((i) => i === last || own[i]?.length === 0);
    if (all.length < 2 || !isBehind || !isOnly || (own[parent] ?? []).length > 0) continue;
    moved[parent] = readings;
    moved[last] = [];
  }
  return moved;
}
