import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { holdGaps, queueGapsMoved, recordEvent } from "@/db/mutations/record-event";
import { rememberChanged } from "@/db/mutations/remember-health";
import { departments, users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { tasks } from "@/db/schema/tasks";
import { readCast } from "@/db/seed/demo-reads";
import type { Actor, Role } from "@/lib/domain/people/roles";
import { defaultReviewSteps, type ReviewStep } from "@/lib/domain/submissions/submission-kinds";

/** A task of its own with people of its own, in the units of the seed: what happens there touches no other world. */
export type World = { code: string; planSlug: string; people: Actor[]; units: Units };
/** The four units that take part, by what they are at first. */
export type Units = Record<"lead" | "cooperating" | "countersigning" | "other", string>;

const codes = {
  lead: "ecology",
  cooperating: "energy",
  countersigning: "transport",
  other: "taiyuan",
};
const staff: [Role, string][] = [
  ["official", codes.lead],
  ["official", codes.lead],
  ["head", codes.lead],
  ["head", codes.lead],
  ["official", codes.cooperating],
  ["head", codes.cooperating],
  ["official", codes.countersigning],
  ["head", codes.countersigning],
  ["official", codes.other],
  ["head", codes.other],
  ["supervisor", "inspection-office"],
  ["supervisor", "inspection-office"],
  ["director", "inspection-office"],
  ["leader", "general-office"],
  ["system_admin", "general-office"],
  ["security_admin", "general-office"],
  ["audit_admin", "general-office"],
  ["auditor", "general-office"],
];
/** Two people of one name are two people: whoever confuses them is found out here. */
const everybodysName = "王伟";

type Maker = Awaited<ReturnType<typeof readPatterns>>;

/** Makes worlds in a test database, as the owner. `plan` picks one of the plans that `worldMaker` has laid out. */
export async function worldMaker(owner: Database) {
  const patterns = await readPatterns(owner);
  let count = 0;
  return (plan: number): Promise<World> => {
    count += 1;
    const name = letters(count);
    return owner.transaction((tx) => insertWorld(tx, patterns, `W${name}-1`, plan));
  };
}

/** 1 → AAAA, 2 → AAAB: codes of tasks begin with letters. */
function letters(count: number): string {
  const digit = (power: number) => String.fromCharCode(65 + (Math.floor(count / 26 ** power) % 26));
  return [3, 2, 1, 0].map(digit).join("");
}

async function readPatterns(owner: Database) {
  const units = new Map((await owner.select().from(departments)).map((unit) => [unit.code, unit]));
  const unit = (code: string) => {
    const found = units.get(code);
    if (!found) throw new Error(`The seed has no unit ${code}`);
    return found;
  };
  const [task] = await owner.select().from(tasks).where(eq(tasks.code, "AIR-10.1"));
  const [plan] = task ? await owner.select().from(plans).where(eq(plans.id, task.planId)) : [];
  if (!task || !plan) throw new Error("The seed has no AIR-10.1");
  const grantor = (await readCast()).get("security-admin");
  if (!grantor) throw new Error("The seed has no security administrator");
  const countersign: ReviewStep = {
    by: "countersign",
    departmentId: unit(codes.countersigning).id,
    workdays: 2,
  };
  const routes: ReviewStep[][] = [
    defaultReviewSteps,
    [{ by: "supervisor" }],
    [{ by: "head", workdays: 2 }, countersign, { by: "supervisor", workdays: 5 }],
    [{ by: "head" }, { by: "supervisor" }, { by: "supervisor" }],
    [{ by: "supervisor" }],
  ];
  const asksForReleaseCheck = 4;
  const laidOut = routes.map((reviewSteps, index) => {
    const id = randomUUID();
    return {
      ...plan,
      id,
      slug: slugOf(id),
      reviewSteps,
      releaseCheck: index === asksForReleaseCheck,
    };
  });
  await owner.transaction(async (tx) => {
    await tx.insert(plans).values(laidOut);
    const settings = { before: {}, after: {}, changed: [] };
    const event = { type: "plan.configured", plan: "试验", ...settings } as const;
    await recordEvent(tx, null, { ...event, changed: [] }, {}, new Date());
  });
  const { documentId, quote, quoteStart, quoteEnd, sortOrder } = task;
  const said = { documentId, quote, quoteStart, quoteEnd, sortOrder };
  return { unit, said, grantor, planIds: laidOut.map(({ id }) => id) };
}

const slugOf = (planId: string) => `world-${planId}`;

async function insertWorld(
  tx: Transaction,
  { unit, said, planIds, grantor }: Maker,
  code: string,
  plan: number,
): Promise<World> {
  const createdAt = new Date("2024-06-01T09:00:00+08:00");
  holdGaps(tx);
  const people = staff.map(([role, unitCode], i): Actor => {
    const { id: departmentId, name: departmentName } = unit(unitCode);
    const id = randomUUID();
    const about = { id, personId: id, name: everybodysName, role, departmentId, departmentName };
    const alone = { branchIds: null, isDemo: false, standsInFor: [] };
    return { ...about, ...alone, request: { id: `${i}`, ip: null } };
  });
  await tx.insert(users).values(
    people.map(({ id, personId, name, role, departmentId }) => ({
      ...{ id, personId, displayName: name, role, departmentId, createdAt },
      roleGrantedById: grantor.id,
      username: id,
      passwordHash: "",
    })),
  );
  // One event says that the seed's security administrator let them in.
  const account = { id: grantor.id, name: everybodysName, username: code };
  const granted = { type: "role.granted", account, role: "official", branch: null } as const;
  await recordEvent(tx, grantor, granted, {}, createdAt);
  const planId = planIds[plan % planIds.length] ?? "";
  const planSlug = slugOf(planId);
  const about = { code, planId, kind: "measure", title: code, deadlineKind: "ongoing" } as const;
  const [task] = await tx
    .insert(tasks)
    .values({ ...said, ...about })
    .returning();
  if (!task) throw new Error("The task was not inserted");
  const event = { type: "task.registered", after: { code, document: "试验" } } as const;
  await recordEvent(tx, null, event, { task }, createdAt);
  await rememberChanged(tx, createdAt);
  await queueGapsMoved(tx);
  const id = (part: keyof typeof codes) => unit(codes[part]).id;
  const units = {
    lead: id("lead"),
    cooperating: id("cooperating"),
    countersigning: id("countersigning"),
    other: id("other"),
  };
  return { code, planSlug, people, units };
}
