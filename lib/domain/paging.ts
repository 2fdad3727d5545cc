import { z } from "zod";

const schema = z.coerce.number().int().min(1).max(10_000).catch(1);

/** The page that an address asks for, the first where it makes no sense. */
export function pageNumber(asked: unknown): number {
  return schema.parse(asked);
}

/** The page asked for, or the last one there is. */
export function pageOf<Item>(items: readonly Item[], asked: unknown, pageSize = 50) {
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  const page = Math.min(pageNumber(asked), pages);
  return { shown: items.slice((page - 1) * pageSize, page * pageSize), page, pages };
}
