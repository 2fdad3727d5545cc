import { createTranslator } from "next-intl";
import { z } from "zod";
import { addressOf } from "@/lib/address";
import { oneText, type Query } from "@/lib/domain/inputs";
import messages from "@/messages/zh-CN.json";

const t = createTranslator({ locale: "zh-CN", messages, namespace: "openData" });

/** How much a request for a list is given, unless it says so, and at most. */
export const usualLimit = 50;
export const mostLimit = 500;
export const limitSchema = z.int().min(1).max(mostLimit);
const asked = z.preprocess((said) => Number(said), limitSchema);

/** A request that names what makes no sense; a program must be told, where a page shows what it understood. */
export class BadRequest extends Error {
  constructor(readonly parameters: readonly string[]) {
    super(t("badRequest", { parameters: parameters.join("、") }));
  }
}

/** The part of a list that a request asks for: how many, after which (null: from the first). A number that makes no sense is refused. */
export function requirePart(query: Query): { limit: number; after: string | null } {
  const limit = asked.safeParse(query.limit || usualLimit);
  if (!limit.success) throw new BadRequest(["limit"]);
  return { limit: limit.data, after: oneText(query.after) || null };
}

/** What comes after the one of a name (null: all of it). A name that none has is refused. */
export function itemsAfter<Item>(
  items: readonly Item[],
  after: string | null,
  nameOf: (item: Item) => string,
): readonly Item[] {
  if (after === null) return items;
  const at = items.findIndex((item) => nameOf(item) === after);
  if (at < 0) throw new BadRequest(["after"]);
  return items.slice(at + 1);
}

/** So many of what was found, and the name of the last where others come after it. */
export function cutPage<Item>(
  found: readonly Item[],
  limit: number,
  nameOf: (item: Item) => string,
) {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: last && found.length > limit ? nameOf(last) : null };
}

/** The address of the next part of what this one asks for; null where it was the last. */
export function nextAddress({ pathname, search }: URL, after: string | null): string | null {
  if (after === null) return null;
  const query = new URLSearchParams(search);
  query.set("after", after);
  return addressOf(`${pathname}?${query}`);
}
