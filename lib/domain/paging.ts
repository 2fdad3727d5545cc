import { z } from "zod";

const schema = z.coerce.number().int().min(1).max(10_000).catch(1);

/** The page asked for, or the last one that so many items make. */
export function pageAmong(count: number, asked: unknown, pageSize = 50) {
  const pages = Math.max(1, Math.ceil(count / pageSize));
  return { page: Math.min(schema.parse(asked), pages), pages };
}

/** The page asked for, or the last one there is. */
export function pageOf<Item>(items: readonly Item[], asked: unknown, pageSize = 50) {
  const { page, pages } = pageAmong(items.length, asked, pageSize);
  return { shown: items.slice((page - 1) * pageSize, page * pageSize), page, pages };
}
