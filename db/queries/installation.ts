import { database } from "@/db/client";
import { installation } from "@/db/schema/installation";

/** Whether this database holds the demo, and its clock's shift; undefined before it is seeded. */
export async function loadInstallation() {
  const [row] = await database().select().from(installation);
  return row;
}
