import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receiveLetter } from "@/db/mutations/letters/letters";
import { addressee } from "@/db/queries/letters/public-letters";
import { newestChanges } from "@/db/queries/public/change-pages";
import { countShown } from "@/db/queries/public/kept-counts";
import { publicPlans, publicTasks } from "@/db/queries/public/public";
import { publicDocument } from "@/db/queries/public/public-documents";
import { listRegistrations, registrationDetail } from "@/db/queries/registrations/registrations";
import { auditEvents } from "@/db/schema/audit";
import { tasks } from "@/db/schema/tasks";
import { checkKeptCounts } from "@/db/testing/kept/kept-counts.fixture";
import * as draft from "@/db/testing/registrations.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { editTasks, removeRegistration, saveRegistration, startRegistration } from "./drafts";
import { confirmRegistration, proposeRegistration, publishRegistration } from "./registrations";

const today = "2024-06-12";
const canary = "金丝雀围挡";
let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let supervisor: Actor;
let director: Actor;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
  supervisor = someone(world, "supervisor");
  director = someone(world, "director");
});
afterAll(() => db.close());

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const anew = <Seen extends object>(seen: Seen) => ({ ...seen, key: randomUUID() });
const put = (task: ReturnType<typeof draft.typedTask>) => ({ type: "put" as const, task });

async function everythingPublic(): Promise<string> {
  const [shown, listed, changes] = await Promise.all([
    publicTasks(today),
    publicPlans(today),
    newestChanges(today, 500),
  ]);
  const read = await Promise.all(listed.map(({ documentSlug }) => publicDocument(documentSlug)));
  return JSON.stringify([shown, listed, changes, read]);
}

describe("from a draft to the public", () => {
  test("nothing is public, and nothing can be assigned or written to, before each step; then everything is", async () => {
    const seen = await draft.draftOf(
      supervisor,
      canary,
      [
        draft.typedTask({ title: canary, titleEn: "Fences", lead: "省生态环境厅" }),
        draft.typedTask({ depth: 1, kind: "subtask", title: "分项", dueOn: "2024-06-20" }),
        draft.typedTask({
          ...{ title: "清扫", quote: "长期坚持道路清扫", deadlineVerbatim: "长期坚持" },
          ...{ deadlineKind: "ongoing", dueOn: null, cycle: "quarterly" },
        }),
      ],
      now,
    );
    expect(await everythingPublic()).not.toContain(canary);
    expect(await db.owner.$count(tasks, eq(tasks.title, canary))).toBe(0);
    const proposed = anew(await proposeRegistration(supervisor, seen, now));
    expect(await codeOf(confirmRegistration(supervisor, proposed, now))).toBe("not_allowed");
    const made = anew(await confirmRegistration(director, proposed, now));
    expect(await everythingPublic()).not.toContain(canary);

    const { plan, task } = await draft.madeOf(seen.id);
    expect(task).toMatchObject({
      status: "unassigned",
      ownerBasis: "proposed",
      titleEn: "Fences",
      quote: "6月底前完成工地围挡",
    });
    expect(task).toMatchObject({ baselineDueOn: "2024-06-30", deadlineBasis: "source" });
    expect(await addressee(task.code)).toBeNull();
    const letter = { code: task.code, kind: "suggestion", body: "请公开。", email: null } as const;
    expect(await codeOf(receiveLetter({ ...letter, locale: "zh-CN" }, now))).toBe("not_found");
    expect(await publicDocument(plan.slug)).toBeNull();

    const before = await countShown(today, {});
    await publishRegistration(director, made, now);
    expect(await everythingPublic()).toContain(canary);
    const shown = await publicTasks(today, { planSlug: plan.slug });
    expect(await countShown(today, {})).toBe(before + shown.length);
    await checkKeptCounts();
    const prefix = task.code.slice(0, -3);
    expect(shown.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      [`${prefix}-01`, null],
      [`${prefix}-01.1`, `${prefix}-01`],
      [`${prefix}-02`, null],
    ]);
    expect(await publicTasks("2024-06-11", { planSlug: plan.slug })).toEqual([]);
    const kinds = await db.owner
      .select({ type: auditEvents.type })
      .from(auditEvents)
      .where(eq(auditEvents.taskId, task.id));
    expect(kinds).toEqual([{ type: "task.registered" }]);
  });

  test("whoever drafted it alone does not confirm it; two who wrote in it may", async () => {
    const seen = await draft.draftOf(director, "一人起草", [draft.typedTask()], now);
    const proposed = anew(await proposeRegistration(director, seen, now));
    expect(await codeOf(confirmRegistration(director, proposed, now))).toBe(
      "registration_own_work",
    );
    const touched = await editTasks(
      supervisor,
      { ...proposed, edit: put(draft.typedTask({ title: "再加" })) },
      now,
    );
    const again = anew(await proposeRegistration(supervisor, anew(touched), now));
    expect(await codeOf(confirmRegistration(director, again, now))).toBe("done");
  });

  test("a page that is no longer true, another's role and a wrong step change nothing", async () => {
    const seen = await draft.draftOf(supervisor, "过时", [draft.typedTask()], now);
    const stale = anew({ ...seen, version: 0 });
    expect(await codeOf(proposeRegistration(supervisor, stale, now))).toBe("registration_changed");
    expect(await codeOf(confirmRegistration(director, anew(seen), now))).toBe(
      "registration_wrong_status",
    );
    for (const role of ["official", "head", "leader", "auditor", "system_admin"] as const) {
      const other = someone(world, role);
      expect(await codeOf(removeRegistration(other, anew(seen), now))).toBe("not_allowed");
      expect(await registrationDetail(other, seen.id)).toBeNull();
      expect((await listRegistrations(other, { page: 1, status: null })).rows).toEqual([]);
    }
    expect((await registrationDetail(supervisor, seen.id))?.version).toBe(seen.version);
    await removeRegistration(supervisor, anew(seen), now);
    expect(await registrationDetail(supervisor, seen.id)).toBeNull();
  });

  test("letters are chosen once, whoever chooses them at the same moment", async () => {
    const prefix = draft.someLetters();
    const start = () =>
      codeOf(
        startRegistration(
          supervisor,
          {
            key: randomUUID(),
            document: draft.document,
            plan: draft.planNamed("同", prefix),
            planSlug: null,
          },
          now,
        ),
      );
    expect((await Promise.all([start(), start()])).sort()).toEqual(["done", "prefix_taken"]);
    const air = { document: draft.document, plan: draft.planNamed("气", "AIR"), planSlug: null };
    expect(await codeOf(startRegistration(supervisor, { key: randomUUID(), ...air }, now))).toBe(
      "prefix_taken",
    );
  });

  test("a text of 200,000 signs with signs beyond the first plane is kept, quoted and made", async () => {
    const long = `${"𠅤<script>alert(1)</script>'; drop table tasks; --\n".repeat(4000)}一、6月底前完成工地围挡。`;
    const start = {
      document: { ...draft.document, text: long },
      plan: draft.planNamed("长文"),
      planSlug: null,
    };
    const { id } = await startRegistration(supervisor, { key: randomUUID(), ...start }, now);
    const edited = await editTasks(
      supervisor,
      anew({ id, version: 0, edit: put(draft.typedTask()) }),
      now,
    );
    const proposed = await proposeRegistration(supervisor, anew(edited), now);
    expect(await codeOf(confirmRegistration(director, anew(proposed), now))).toBe("done");
    const { task } = await draft.madeOf(id);
    expect(long.slice(task.quoteStart, task.quoteEnd)).toBe("6月底前完成工地围挡");
  });

  test("a document that changes under its tasks is refused where they no longer agree", async () => {
    const seen = await draft.draftOf(supervisor, "改文", [draft.typedTask()], now);
    const changed = { ...draft.document, text: "全文换过了，没有那句话。" };
    const found = await registrationDetail(supervisor, seen.id);
    const saved = await saveRegistration(
      supervisor,
      anew({ ...seen, document: changed, plan: found?.plan ?? null }),
      now,
    );
    expect(await codeOf(proposeRegistration(supervisor, anew(saved), now))).toBe(
      "registration_task_wrong",
    );
  });

  test("a duplicate is warned of, with the task it is like", async () => {
    const { task } = await draft.published(supervisor, director, "先有", now);
    const seen = await draft.draftOf(supervisor, "后有", [draft.typedTask()], now);
    const found = await registrationDetail(supervisor, seen.id);
    expect(found?.duplicates.map(({ code }) => code)).toContain(task.code);
  });
});

describe("more tasks of a plan", () => {
  test("go the same way, go on with the codes, and are public when they are published", async () => {
    const { plan, task } = await draft.published(supervisor, director, "补充", now);
    const start = { document: null, plan: null, planSlug: plan.slug };
    const { id } = await startRegistration(supervisor, { key: randomUUID(), ...start }, now);
    const edit = put(draft.typedTask({ title: canary.repeat(2) }));
    const edited = await editTasks(supervisor, anew({ id, version: 0, edit }), now);
    const proposed = await proposeRegistration(supervisor, anew(edited), now);
    const made = await confirmRegistration(director, anew(proposed), now);
    expect(await everythingPublic()).not.toContain(canary.repeat(2));
    await publishRegistration(director, anew(made), now);
    await checkKeptCounts();
    const shown = await publicTasks(today, { planSlug: plan.slug });
    expect(shown.map(({ code }) => code)).toEqual([task.code, task.code.replace("-01", "-02")]);
  });
});
