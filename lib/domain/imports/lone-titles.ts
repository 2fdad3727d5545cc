import type { Item } from "./candidates";

/**
 * Which rows have a cell of their own in a column that other rows of their table share: there the cell names a group of
 * tasks, here it was taken for the task, which is a guess. Takes the items of a document, returns one answer for each.
 */
export function loneTitles(items: readonly Pick<Item, "cells">[]): boolean[] {
  const shared = new Set(
    items.flatMap(({ cells: { group = [] } }) =>
      group.map(({ table, column }) => `${table}/${column}`),
    ),
  );
  return items.map(({ cells: { title = [], content = [] } }) =>
    [...title, ...content].some(({ table, column }) => shared.has(`${table}/${column}`)),
  );
}
