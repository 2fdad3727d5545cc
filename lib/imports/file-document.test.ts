import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registrationDetail } from "@/db/queries/registrations/registrations";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { actorNamed, fileDocument } from "./file-document";

let db: Awaited<ReturnType<typeof testDatabase>>;
let supervisor: Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  supervisor = (await actorNamed("supervisor-1", true)) as Actor;
});
afterAll(() => db.close());

const head = ["试政办发〔2024〕9号", "试验市人民政府办公室关于印发扬尘治理实施方案的通知"];
const body = [
  "各区人民政府：",
  "现将方案印发给你们，请认真组织实施。",
  "试验市人民政府办公室",
  "2024年5月6日",
  "扬尘治理实施方案",
  "一、严控工地",
  "（一）完成工地围挡。6月30日前完成全部工地围挡。（省生态环境厅牵头，无此局配合）",
  "（二）清扫道路。收到文件后30日内建立台账。（省交通运输厅负责）",
];
function fileOf(slug: string, lines = [...head, ...body]) {
  const text = [...lines, `（三）做好${randomUUID().slice(0, 8)}工作。（省能源局负责）`].join(
    "\n\n",
  );
  return { name: "方案.txt", bytes: Buffer.from(text), slug };
}

test("a document is filed as the draft of a new plan, its letters those of the slug; open questions stay open", async () => {
  const filed = await fileDocument(supervisor, fileOf("dust-2024"), now);
  expect(filed).toMatchObject({ tasks: 3, publishedOn: "2024-05-06", isSupplement: false });
  const made = await registrationDetail(supervisor, filed.registrationId);
  expect(made).toMatchObject({
    status: "draft",
    plan: { title: "扬尘治理实施方案", prefix: "DUST" },
    document: { documentNumber: "试政办发〔2024〕9号", publishedOn: "2024-05-06" },
  });
  expect(made?.tasks.map(({ deadlineKind, dueOn }) => [deadlineKind, dueOn])).toEqual([
    ["date", "2024-06-30"],
    ["unresolved", null],
    ["unresolved", null],
  ]);
  expect(made?.tasks[0]).toMatchObject({ cooperatingIds: [] });
});

test("of a plan that there is, it adds to it", async () => {
  const filed = await fileDocument(supervisor, fileOf("air"), now);
  expect(filed.isSupplement).toBe(true);
  expect(await registrationDetail(supervisor, filed.registrationId)).toMatchObject({
    ...{ planSlug: "air", plan: null },
  });
});

test("what its reader, its facts or the draft refuse is refused, and what was read can be mended", async () => {
  const codeOf = async (promise: Promise<unknown>) =>
    ((await refusalOf(promise)) as { code?: string } | undefined)?.code;
  const file = (slug: string, lines?: string[]) =>
    codeOf(fileDocument(supervisor, fileOf(slug, lines), now));
  expect(
    await codeOf(fileDocument(supervisor, { ...fileOf("a"), bytes: Buffer.from([0]) }, now)),
  ).toBe("document_empty");
  expect(await file("2024")).toBe("invalid_input");
  expect(await file("mud-2024", body.slice(4))).toBe("import_fact_required");
});

test("nobody files in the name of an account that could not work", async () => {
  expect(await actorNamed("nobody-of-this-name", true)).toBeNull();
  expect(await actorNamed("supervisor-1", false)).toBeNull();
  const official = (await actorNamed("taiyuan-official", true)) as Actor;
  const refused = refusalOf(fileDocument(official, fileOf("fog-2024"), now));
  expect(await refused).toMatchObject({ code: "not_allowed" });
});
