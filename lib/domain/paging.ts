import { z } from "zod";

const schema = z.coerce.number().int().min(1).max(10_000).catch(1);

/** The page asked for, or the last one there is. */
export function pageOf<Item>(items: readonly Item[], asked: unknown, pageSize = 50) {
  const { page, pages, limit, offset } = placeOf(items.length, asked, pageSize);
  return { shown: items.slice(offset, offset + limit), page, pages };
}

/** The page asked for of a list that is counted first and read a page at a time, or the last one there is. */
export function placeOf(count: number, asked: unknown, pageSize = 50) {
  const pages = Math.max(1, Math.ceil(count / pageSize));
  const page = Math.min(schema.parse(asked), pages);
  return { page, pages, limit: pageSize, offset: (page - 1) * pageSize };
}
