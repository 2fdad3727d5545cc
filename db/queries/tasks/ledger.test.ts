import { afterAll, beforeAll, expect, test } from "vitest";
import { company } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { isDueSoon, isOverdue } from "@/lib/domain/calendar/deadlines";
import type { Actor } from "@/lib/domain/people/roles";
import { handles } from "@/lib/domain/tasks/handlers";
import {
  type Filters,
  type Order,
  orders,
  readFilters,
  soonDays,
} from "@/lib/domain/tasks/ledger-filters";
import { lights, worstFirst } from "@/lib/domain/tasks/lights";
import {
  clockStoppedOn,
  type TaskStatus,
  taskStatuses,
  taskStatusesWithObligations,
} from "@/lib/domain/tasks/tasks";
import type { WorkTask } from "@/lib/domain/tasks/work-task";
import { ledgerPage, tasksPerPage, wholeLedger } from "./ledger";
import { listTasks } from "./work-tasks";

const today = "2024-06-12";
let db: Awaited<ReturnType<typeof testDatabase>>;
let cast: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  cast = await company();
});
afterAll(() => db.close());

const codesOf = (tasks: { code: string }[]) => tasks.map(({ code }) => code);
const find = async (actor: Actor, query: Record<string, string>, order: Order = "document") =>
  codesOf(await wholeLedger(actor, today, { filters: readFilters(query), order }));

/** The filters said once more, over tasks with their health by the rule. */
function isMeant(task: WorkTask, filters: Filters, { id, departmentId }: Actor): boolean {
  const { plan, status, light, unit, with: helper, due, from, to, owed, mine, handled } = filters;
  const { sentOn, askedOn } = task.health;
  const clock = { dueOn: task.dueOn, completedOn: clockStoppedOn(task), sentOn, askedOn };
  const isOpen = (taskStatusesWithObligations as readonly TaskStatus[]).includes(task.status);
  return [
    !plan || task.planSlug === plan,
    !status || task.status === status || (status === "open" && isOpen),
    !light || (task.health.light === light && task.kind !== "principle"),
    !unit || task.leadCode === unit,
    !helper || task.cooperating.some(({ code, name }) => code === helper || name === helper),
    due !== "overdue" || isOverdue(clock, today),
    due !== "soon" || isDueSoon(clock, today, soonDays),
    !from || (task.dueOn !== null && from <= task.dueOn),
    !to || (task.dueOn !== null && task.dueOn <= to),
    !owed || task.health.owed !== null,
    !mine || task.leadId === departmentId,
    !handled || handles(id, task),
  ].every(Boolean);
}

const queries: Record<string, string>[] = [
  {},
  ...lights.map((light) => ({ light })),
  ...[...taskStatuses, "open"].map((status) => ({ status })),
  ...[{ due: "overdue" }, { due: "soon" }, { owed: "1" }, { mine: "1" }, { handled: "1" }],
  ...[
    { plan: "air" },
    { plan: "gone" },
    { unit: "ecology" },
    { with: "ecology" },
    { with: "没有" },
  ],
  ...[{ from: "2024-06-30" }, { to: "2024-06-30" }, { from: "2024-07-01", to: "2024-12-31" }],
  { plan: "air", status: "open", light: "red", due: "overdue", unit: "ecology" },
];

test.each(["supervisor-1", "ecology-official", "ecology-head", "auditor", "leader"])(
  "SQL finds what the filters say, for %s",
  async (username) => {
    const actor = cast(username);
    const all = await listTasks(actor, today);
    for (const query of queries) {
      const meant = all.filter((task) => isMeant(task, readFilters(query), actor));
      expect([query, await find(actor, query)]).toEqual([query, codesOf(meant)]);
    }
  },
);

test("in each order what comes first is first, and ties stay in the order of the documents", async () => {
  const actor = cast("supervisor-1");
  const all = await listTasks(actor, today);
  const rank: Record<Order, (task: WorkTask) => string> = {
    document: () => "",
    due: ({ dueOn }) => dueOn ?? "9999",
    light: ({ health }) => String(worstFirst.indexOf(health.light)),
    published: ({ health }) => health.lastPublishedOn ?? "",
  };
  for (const order of orders) {
    const found = await wholeLedger(actor, today, { filters: readFilters({}), order });
    const ranks = found.map(rank[order]);
    expect([order, ranks]).toEqual([order, ranks.toSorted()]);
    const sorted = all.toSorted((a, b) => (rank[order](a) < rank[order](b) ? -1 : 1));
    if (order !== "published") expect([order, codesOf(found)]).toEqual([order, codesOf(sorted)]);
  }
});

test("a page is a part of the whole, and counts all of it", async () => {
  const actor = cast("supervisor-1");
  const search = { filters: readFilters({ status: "active" }), order: "due" } as const;
  const whole = codesOf(await wholeLedger(actor, today, search));
  const pages = [
    await ledgerPage(actor, today, search, "1"),
    await ledgerPage(actor, today, search, "2"),
  ];
  expect(pages.map(({ count }) => count)).toEqual([whole.length, whole.length]);
  expect(codesOf(pages[0]?.tasks ?? [])).toEqual(whole.slice(0, tasksPerPage));
  const beyond = await ledgerPage(actor, today, search, "99");
  expect(beyond.page).toBe(beyond.pages);
  expect(beyond.tasks.length).toBeGreaterThan(0);
});
