import { randomUUID } from "node:crypto";

export type Ids = ReadonlyMap<string, string>;

/** An id for each name, made before the rows so that they can point at each other in one insert. */
export function newIds(names: string[]): Ids {
  return new Map(names.map((name) => [name, randomUUID()]));
}

/** The id of a name in the data. Throws for a name that is not there: then the data is wrong. */
export function idOf(ids: Ids, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`The seed names ${name}, which is not there`);
  return id;
}
