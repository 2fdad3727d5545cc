import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { assignTask } from "@/db/mutations/assignments/assignments";
import { disableAccount, enableAccount } from "@/db/mutations/people/managed-accounts";
import { grantRole } from "@/db/mutations/people/roles";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { countGaps, findGaps, gapOfSubmission, gapsOnTask, listGaps } from "@/db/queries/gaps/gaps";
import { staffOn } from "@/db/queries/people/staff";
import { stateColumns, toState } from "@/db/queries/submissions/submission-state";
import { getTask } from "@/db/queries/tasks/work-tasks";
import { gapNotices } from "@/db/schema/gaps";
import { notifications } from "@/db/schema/notifications";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { seenAccount } from "@/db/testing/people-inputs.fixture";
import { company, now, refusalOf, today } from "@/db/testing/scenario.fixture";
import { setAccounts } from "@/db/testing/set-accounts.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { worldMaker } from "@/db/testing/test-world.fixture";
import { assignmentOf, someone, takeOn, writing } from "@/db/testing/test-world-scenarios.fixture";
import { gapKinds } from "@/lib/domain/gaps/gaps";
import type { Actor } from "@/lib/domain/people/roles";
import { transitionRefusal } from "@/lib/domain/submissions/submissions";
import { tellOfGaps } from "./notices";

let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  cast = await company();
});
afterAll(() => db.close());

test("explore", async () => {
  console.log(await findGaps(database()));
  await tellOfGaps(now);
  console.log(await database().select().from(notifications).where(eq(notifications.sentence, "gap_found")));
});
