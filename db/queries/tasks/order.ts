import { asc, type SQL, sql } from "drizzle-orm";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { worstFirst } from "@/lib/domain/tasks/lights";

/** The order of the documents, over tasks and plans. */
export const inDocuments = [
  plans.sortOrder,
  tasks.sortOrder,
  sql`length(${tasks.code})`,
  tasks.code,
].map((each) => asc(each));

const worst = sql.join(
  worstFirst.map((light) => sql`${light}`),
  sql`, `,
);

/** The worst light first, of a column that holds one. */
export function byLight(light: SQL): SQL {
  return asc(sql`array_position(array[${worst}], ${light})`);
}
