import { asc, type SQL, sql } from "drizzle-orm";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { worstFirst } from "@/lib/domain/tasks/lights";

/** What tasks are ordered by in the order of the documents, over tasks and plans. */
export const documentKeys = [
  sql`${plans.sortOrder}`,
  sql`${tasks.sortOrder}`,
  sql`length(${tasks.code})`,
  sql`${tasks.code}`,
];
export const inDocuments = documentKeys.map((each) => asc(each));

const worst = sql.join(
  worstFirst.map((light) => sql`${light}`),
  sql`, `,
);

/** The place of a light, the worst first, of a column that holds one. */
function lightPlace(light: SQL): SQL {
  return sql`array_position(array[${worst}], ${light})`;
}

/** The worst light first. */
export function byLight(light: SQL): SQL {
  return asc(lightPlace(light));
}
