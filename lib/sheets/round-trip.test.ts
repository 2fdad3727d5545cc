import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { plans } from "@/db/schema/plans";
import { draftOf, typedTask } from "@/db/testing/registrations.fixture";
import { company, now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { isIdle } from "@/lib/domain/sheets/plans";
import { sheetFormats } from "@/lib/domain/sheets/sheets";
import { confirmSheet, exportedFile, uploadSheet } from "./sheets.fixture";

let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  actor = await company();
});
afterAll(() => db.close());

describe.each(sheetFormats)(
  "what is exported as %s changes nothing when it comes back",
  (format) => {
    test.each(["units", "people"] as const)("all %s", async (kind) => {
      const admin = actor("system-admin");
      const place = { kind, of: "" };
      const sent = await uploadSheet(admin, place, await exportedFile(admin, place, format));
      expect(sent.plan).toMatchObject({ made: [], changed: [], removed: [], faults: [] });
      expect(sent.plan.unchanged).toBeGreaterThan(5);
      expect(await refusalOf(confirmSheet(admin, sent))).toEqual({ code: "sheet_idle" });
    });

    test("the tasks of every plan", async () => {
      const admin = actor("system-admin");
      const slugs = await database().select({ slug: plans.slug }).from(plans);
      expect(slugs.length).toBeGreaterThan(1);
      for (const { slug } of slugs) {
        const place = { kind: "tasks", of: slug } as const;
        const sent = await uploadSheet(admin, place, await exportedFile(admin, place, format));
        expect([slug, sent.plan.faults, isIdle(sent.plan)]).toEqual([slug, [], true]);
        expect(sent.plan.unchanged).toBeGreaterThan(0);
      }
    });

    test("the tasks of a draft, a formula among their words too", async () => {
      const director = actor("director");
      const list = [
        typedTask({
          title: "=1+1",
          titleEn: "One and one",
          reference: "'-2",
          lead: "省生态环境厅",
          cooperating: "省能源局、各设区市人民政府",
        }),
        typedTask({
          title: "道路清扫",
          quote: "长期坚持道路清扫",
          deadlineKind: "ongoing",
          dueOn: null,
          deadlineVerbatim: "",
          depth: 1,
        }),
      ];
      const draft = await draftOf(director, "扬尘", list, now);
      const place = { kind: "drafts", of: draft.id } as const;
      const sent = await uploadSheet(director, place, await exportedFile(director, place, format));
      expect(sent.plan).toMatchObject({ unchanged: 2, faults: [], removed: [] });
      expect(isIdle(sent.plan)).toBe(true);
    });
  },
);
