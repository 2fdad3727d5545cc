import { afterAll, beforeAll, expect, test } from "vitest";
import { assignmentBoard } from "@/db/queries/assignments/board";
import { auditLog, changesSince, countChangesSince, historyPage } from "@/db/queries/audit";
import { taskChasing } from "@/db/queries/chasing/chasing";
import { taskComments } from "@/db/queries/comments";
import { gapsOnTask, listGaps } from "@/db/queries/gaps/gaps";
import { gapCount } from "@/db/queries/gaps/kept-count";
import { inbox, inboxSection } from "@/db/queries/inbox/inbox";
import { countWorst, worstTasks } from "@/db/queries/inbox/leader-home";
import { officeWaiting } from "@/db/queries/inbox/office";
import { countInstructions, listInstructions } from "@/db/queries/instructions";
import { lettersPage } from "@/db/queries/letters/letters";
import { countNotifications, listNotifications } from "@/db/queries/notifications/notifications";
import { publicTasks } from "@/db/queries/public/public";
import { releasesPage } from "@/db/queries/releases";
import { startFacts } from "@/db/queries/site/getting-started";
import { approvedReports } from "@/db/queries/submissions/approved-reports";
import { contributionsTo } from "@/db/queries/submissions/contributions";
import { openSubmissions } from "@/db/queries/submissions/open-submissions";
import { reportForm } from "@/db/queries/submissions/report-form";
import { submissionDetail } from "@/db/queries/submissions/submission-detail";
import { readableSubmissions } from "@/db/queries/submissions/submission-state";
import { ledgerPage } from "@/db/queries/tasks/ledger";
import { getTask, ledgerChoices, listTasks, partsPage } from "@/db/queries/tasks/work-tasks";
import { growBy } from "@/db/testing/copied-seed.fixture";
import { sendMany } from "@/db/testing/many-letters.fixture";
import { type Asked, asked } from "@/db/testing/query-count.fixture";
import { company, now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { readBoardFilters } from "@/lib/domain/assignments/board";
import { readGapFilters } from "@/lib/domain/gaps/gaps";
import type { Actor } from "@/lib/domain/people/roles";
import { readReleaseFilters } from "@/lib/domain/releases";
import { readFilters, readOrder } from "@/lib/domain/tasks/ledger-filters";

const today = "2024-06-12";
const code = "AIR-05.1";
let db: Awaited<ReturnType<typeof testDatabase>>;
let actor: (username: string) => Actor;
beforeAll(async () => {
  db = await testDatabase();
  await sendMany(db.superuser, code, 60);
  actor = await company();
});
afterAll(() => db.close());

const queriesOf = async (load: () => Promise<unknown>) => (await asked(load)).queries;

test("a page of 119 tasks asks the database as often as a page of one", async () => {
  const ofOne = await queriesOf(() => publicTasks(today, { planSlug: "fire" }));
  expect(ofOne).toBeGreaterThan(0);
  expect(await queriesOf(() => publicTasks(today))).toBe(ofOne);
});

test("a task list asks as often for everybody, however much there is in it", async () => {
  const [few, all] = [actor("yingze-fire-rescue-official"), actor("supervisor-1")];
  expect((await listTasks(few, today)).length).toBeLessThan((await listTasks(all, today)).length);
  expect(await queriesOf(() => listTasks(all, today))).toBe(
    await queriesOf(() => listTasks(few, today)),
  );
});

const overseers = ["supervisor-1", "director", "leader", "auditor"];
const everybody = ["ecology-official", "ecology-head", "system-admin", ...overseers];
const first = { limit: 10, offset: 0 };
const ledger = (address: string) => (who: Actor) => {
  const query = Object.fromEntries(new URLSearchParams(address));
  return ledgerPage(
    who,
    today,
    { filters: readFilters(query), order: readOrder(query) },
    query.page,
  );
};

/** What each page reads, for whoever reads it. A page that is not here is one that nobody has looked at. */
const pages: Record<string, { for: string[]; load: (who: Actor) => Promise<unknown> }> = {
  frame: {
    for: [...everybody, "security-admin", "audit-admin"],
    load: (who) => Promise.all([countNotifications(who, { unread: true }), gapCount(who)]),
  },
  "/inbox": {
    for: everybody,
    load: (who) =>
      Promise.all([inbox(who, today), officeWaiting(who, today), startFacts(who, today)]),
  },
  "/inbox?list=in_hand": {
    for: ["ecology-official"],
    load: (who) => inboxSection(who, today, "in_hand", 1),
  },
  "/inbox?list=late": {
    for: ["director", "supervisor-1"],
    load: (who) => inboxSection(who, today, "late", 1),
  },
  "/inbox?list=chased": {
    for: ["ecology-official", "ecology-head", "supervisor-1", "director"],
    load: (who) => inboxSection(who, today, "chased", 1),
  },
  "/inbox of a leader": {
    for: ["leader"],
    load: (who) =>
      Promise.all([
        countWorst(who, today),
        worstTasks(who, today, first),
        countChangesSince(who, new Date(0)),
        changesSince(who, new Date(0), first),
        countInstructions(who, { isOwn: true }),
        listInstructions(who, today, { isOwn: true, ...first }),
      ]),
  },
  "/work": { for: everybody, load: (who) => Promise.all([ledger("")(who), ledgerChoices(who)]) },
  "/work?light=red": { for: everybody, load: ledger("light=red&sort=due") },
  "/work?light=yellow&sort=light": { for: everybody, load: ledger("light=yellow&sort=light") },
  "/work?due=overdue": { for: everybody, load: ledger("due=overdue&status=open&sort=published") },
  "/work?unit=": { for: everybody, load: ledger("unit=ecology&owed=1&chased=1&page=2") },
  "/work?plan=": {
    for: everybody,
    load: (who) =>
      Promise.all([ledger("plan=air&from=2024-01-01")(who), ledgerChoices(who, "air")]),
  },
  "/work?q=": { for: everybody, load: ledger("q=锅炉&sort=light") },
  "/work, a page beyond the last": { for: everybody, load: ledger("page=99&sort=published") },
  "/work/CODE": {
    for: everybody,
    load: async (who) => {
      const task = await getTask(who, code, today);
      await Promise.all([
        partsPage(who, task?.id ?? "", today, 1),
        openSubmissions(who, { taskCode: code }),
        taskChasing(who, code, today),
        historyPage(who, code, 1),
        taskComments(who, code, 1),
        task && gapsOnTask(task, await readableSubmissions(who, code)),
        contributionsTo(who, code),
        approvedReports(code),
      ]);
    },
  },
  "/reports/CODE": {
    for: ["ecology-official"],
    load: (who) => reportForm(who, code, "progress", now),
  },
  "/reviews/ID": {
    for: ["supervisor-1"],
    load: async (who) => {
      const [waiting] = (await inboxSection(who, today, "to_decide", 1))?.items ?? [];
      await submissionDetail(who, waiting?.submission?.id ?? "");
    },
  },
  "/releases": { for: overseers, load: (who) => releasesPage(who, today, 1) },
  "/releases?state=decided": {
    for: overseers,
    load: (who) =>
      releasesPage(who, today, 2, 50, readReleaseFilters({ state: "decided", q: "锅炉" })),
  },
  "/work/letters": {
    for: ["ecology-official", "supervisor-1", "leader", "auditor"],
    load: (who) => lettersPage(who, today, 1),
  },
  "/audit": { for: ["auditor", "audit-admin"], load: (who) => auditLog(who, { limit: 50 }) },
  "/audit?who=": {
    for: ["auditor", "audit-admin"],
    load: (who) =>
      auditLog(who, { type: "submission.approved", who: "a", from: "2024-01-01", limit: 50 }),
  },
  "/audit?task=": {
    for: ["auditor"],
    load: (who) => auditLog(who, { task: code, limit: 50 }),
  },
  "/notifications": {
    for: everybody,
    load: (who) => listNotifications(who, { unread: false, limit: 50, offset: 0 }),
  },
  "/assignments": {
    for: ["system-admin"],
    load: (who) => assignmentBoard(who, readBoardFilters({}), 1, today),
  },
  "/gaps": {
    for: ["director", "system-admin", "security-admin"],
    load: (who) => listGaps(who, readGapFilters({}), 1),
  },
};

/** A page of 50, each with as many as ten rows about it: what may come more where the short lists of the seed are full pages. */
const pageOfRows = 50 * 10;

test("no page asks more often, nor for more than a page of rows, where there are ten times the tasks", async () => {
  const measure = async () => {
    const found = new Map<string, Asked>();
    for (const [page, { for: people, load }] of Object.entries(pages))
      for (const name of people)
        found.set(`${page} of ${name}`, await asked(() => load(actor(name))));
    return found;
  };
  const everyTask = () => asked(() => listTasks(actor("supervisor-1"), today));
  const [before, few] = [await measure(), await everyTask()];
  await growBy(9, db);
  for (const [page, { queries, rows }] of await measure()) {
    const seed = before.get(page);
    expect([page, queries]).toEqual([page, seed?.queries]);
    expect([page, rows - (seed?.rows ?? 0)]).toEqual([page, expect.toSatisfy(isPage)]);
  }
  // What reads every task is found out.
  expect((await everyTask()).rows - few.rows).not.toSatisfy(isPage);
}, 120_000);
const isPage = (more: number) => more <= pageOfRows;
