import { and, desc, eq, lt, type SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { tasks } from "@/db/schema/tasks";
import { taskVersions } from "@/db/schema/versions";

/** The register of each task as it stood at a moment, to join laterally with tasks. */
export function versionThen(reader: Reader, by: Date | SQL<Date>) {
  return reader
    .select()
    .from(taskVersions)
    .where(and(eq(taskVersions.taskId, tasks.id), lt(taskVersions.at, by)))
    .orderBy(desc(taskVersions.sequence))
    .limit(1)
    .as("version");
}
