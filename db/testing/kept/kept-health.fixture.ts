import { inArray, type SQL } from "drizzle-orm";
import { expect } from "vitest";
import { database } from "@/db/client";
import { unitsOn } from "@/db/queries/people/units";
import { factsNow } from "@/db/queries/tasks/health-facts";
import { keptOn } from "@/db/queries/tasks/kept-health";
import { loadTaskHealth, publicHealthByDay } from "@/db/queries/tasks/task-health";
import { taskHealth } from "@/db/schema/task-health";
import { tasks } from "@/db/schema/tasks";
import type { Shown } from "@/db/testing/past-days.fixture";
import type { Day } from "@/lib/domain/calendar/days";

/** What is kept of how these tasks stand on a day, while nothing is done to them, is what the rule says of that day. */
export async function checkKept(codes: string[], plan: string, day: Day): Promise<void> {
  const facts = new Map((await factsNow(database())).map((each) => [each.code, each]));
  const ids = codes.flatMap((code) => facts.get(code)?.id ?? []);
  const inside = await loadTaskHealth(database(), day, ids);
  const outside = (await publicHealthByDay([day], { planSlug: plan })).get(day);
  const ruled = codes.map((code) => {
    const [own, shown, fact] = [inside.get(code), outside?.get(code), facts.get(code)];
    return [
      ...[code, own?.light, own?.percent, own?.owed !== null],
      ...[shown?.light, shown?.percent, shown?.own.reason === "overdue"],
      ...[fact?.leadId, fact?.cooperatingIds, fact?.dueOn],
    ];
  });
  const kept = await keptOf(codes, day);
  const told = codes.map((code) => {
    const own = kept.get(code);
    return [
      ...[code, own?.light, own?.percent, own?.isOwed],
      ...[own?.publicLight, own?.publicPercent, own?.publicIsOverdue],
      ...[own?.leadId, own?.cooperatingIds, own?.dueOn],
    ];
  });
  expect([day, told]).toEqual([day, ruled]);
}

/** What is kept of the days gone by is what everybody was shown on them. */
export async function checkKeptDays(shown: Shown): Promise<void> {
  for (const [day, seen] of shown) {
    const units = await unitsOn(day);
    const kept = await keptOf(
      seen.tasks.map(({ code }) => code),
      day,
    );
    for (const { code, health, leadCode, cooperating, deadline } of seen.tasks) {
      const own = kept.get(code);
      const [lead = null, ...helping] = [own?.leadId ?? "", ...(own?.cooperatingIds ?? [])].map(
        (id) => units.get(id)?.code,
      );
      expect([
        ...[day, code, own?.publicLight, own?.publicPercent, own?.dueOn],
        ...[lead, helping],
      ]).toEqual([
        ...[day, code, health.light, health.percent, deadline.dueOn],
        ...[leadCode, cooperating.map((each) => each.code)],
      ]);
    }
  }
}

/** All that is kept of a day, by the tasks' codes. */
export function keptDay(day: Day) {
  return keptWhere(day);
}

function keptOf(codes: string[], day: Day) {
  return keptWhere(day, inArray(tasks.code, codes));
}

async function keptWhere(day: Day, where?: SQL) {
  const rows = await database()
    .select({ code: tasks.code, kept: taskHealth })
    .from(tasks)
    .innerJoin(taskHealth, keptOn(day))
    .where(where);
  return new Map(rows.map(({ code, kept }) => [code, kept]));
}
