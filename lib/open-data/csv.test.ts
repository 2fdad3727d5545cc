import { beforeAll, expect, test, vi } from "vitest";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { taskCsv } from "./csv";

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
});

const task = {
  code: "AIR-01",
  kind: "measure",
  isTracked: true,
  title: '=HYPERLINK("http://evil")',
  quote: "推进散煤治理，\n分户“煤改电”",
  place: { paragraph: 4, start: 1, end: 2 },
  parentCode: null,
  plan: { slug: "air", title: "方案", shortTitle: "+空气" },
  document: { slug: "air", title: "@文件" },
  status: "active",
  lead: "-省生态环境厅",
  leadCode: "ecology",
  cooperating: [{ code: "a", name: "省财政厅" }],
  ownerVerbatim: null,
  ownerBasis: "confirmed",
  completedOn: null,
  struckOffOn: null,
  deadline: {
    verbatim: null,
    kind: "date",
    basis: "source",
    windowStart: null,
    dueOn: "2024-06-20",
    baselineDueOn: "2024-06-30",
  },
  health: {
    light: "red",
    reason: "overdue",
    percent: 30,
    expectedPercent: 55,
    evidenceCount: 2,
    behind: 0,
    daysLate: 3,
  },
  updatedOn: "2024-06-01",
  isDemo: true,
} as unknown as ListedTask;

async function written(batches: ListedTask[][]): Promise<string> {
  async function* all() {
    yield* batches;
  }
  const bytes = await new Response(await taskCsv(all(), "2024-06-23")).arrayBuffer();
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

test("a file that is written batch by batch is the one that is written at once", async () => {
  expect(await written([[task], [task, task], []])).toBe(await written([[task, task, task]]));
  expect((await written([[]])).trim().split("\n")).toHaveLength(1);
});

test("a file that Excel reads as Chinese, with no formula alive and numbers as numbers", async () => {
  const csv = await written([[task]]);
  expect([...new TextEncoder().encode(csv).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [heads, ...rest] = csv.slice(1).split("\n");
  expect(heads).toMatch(/^编号,任务,类别,/);
  const row = rest.join("\n");
  expect(row).toContain(`"'=HYPERLINK(""http://evil"")"`);
  for (const defused of ["'+空气", "'@文件", "'-省生态环境厅"]) expect(row).toContain(defused);
  expect(row).toContain('"推进散煤治理，\n分户“煤改电”"');
  // Ten days earlier than first set, three days late, 30 % declared where the schedule says 55 %, two files.
  expect(row).toContain("2024-06-20,2024-06-30,-10,");
  expect(row).toContain(",3,30,55,2,");
});
