import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { cleanUp } from "@/db/mutations/system/cleanup";
import { recoverJobs } from "@/db/mutations/system/recover-jobs";
import { importDetail } from "@/db/queries/imports/imports";
import { importCandidates } from "@/db/schema/import-candidates";
import { documentBlocks, imports } from "@/db/schema/imports";
import * as draft from "@/db/testing/imports/imports.fixture";
import { now } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import type { Actor } from "@/lib/domain/people/roles";
import { retentionDays } from "@/lib/domain/system";
import { abandonImport } from "./imports";
import { readImport } from "./read-import";
import { startImport } from "./start";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let supervisor: Actor;
beforeAll(async () => {
  db = await testDatabase({ role: "worker" });
  world = await (await worldMaker(db.owner))(1);
  supervisor = someone(world, "supervisor");
});
afterAll(() => db.close());

const rowOf = async (id: string) => {
  const [found] = await database().select().from(imports).where(eq(imports.id, id));
  if (!found) throw new Error("There is no import");
  return found;
};
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { cause?: { code?: string }; code?: string }) => error.cause?.code ?? error.code,
  );

describe("reading it", () => {
  const begin = async () => {
    const { bytes, input } = draft.someFile();
    return (await startImport(supervisor, input, now, bytes)).id;
  };
  const readers = { read: async () => draft.documentOf(), propose: draft.proposalsOf };

  test("keeps the text, its blocks, what is proposed and the units found; the file goes", async () => {
    const id = await begin();
    expect(await rowOf(id)).toMatchObject({ state: "reading", stage: "waiting" });
    await readImport(id, now, readers);
    const { text } = draft.documentOf();
    const read = await rowOf(id);
    expect(read).toMatchObject({ state: "read", stage: "done", text, bytes: null });
    expect(read).toMatchObject({ textLength: text.length, facts: { kind: "实施方案" } });
    expect(await database().$count(documentBlocks, eq(documentBlocks.importId, id))).toBe(7);
    const detail = await importDetail(supervisor, id);
    expect(detail?.left).toEqual({ sure: 1, likely: 1, doubtful: 1 });
    await readImport(id, now, readers);
    expect((await rowOf(id)).version).toBe(read.version);
  });

  test("a reader that was killed after the text was kept goes on with it, and reads nothing again", async () => {
    const id = await begin();
    const killed = () => {
      throw new Error("killed");
    };
    await readImport(id, now, { ...readers, propose: killed }).catch(() => {});
    expect(await rowOf(id)).toMatchObject({ state: "reading", stage: "proposing", attempts: 1 });
    const never = async () => Promise.reject(new Error("It was read before"));
    await readImport(id, now, { read: never, propose: draft.proposalsOf });
    expect(await rowOf(id)).toMatchObject({ state: "read", attempts: 2 });
    expect(await draft.candidatesOf(id)).toHaveLength(3);
  });

  test("one whose job was lost is queued again when a worker begins", async () => {
    const id = await begin();
    const queued = sql`select 1 from graphile_worker.jobs where key = ${`import:${id}`}`;
    expect(await db.superuser.execute(queued)).toHaveLength(1);
    await db.superuser.execute(sql`delete from graphile_worker._private_jobs`);
    await recoverJobs(now);
    expect(await db.superuser.execute(queued)).toHaveLength(1);
    await readImport(id, now, readers);
    await db.superuser.execute(sql`delete from graphile_worker._private_jobs`);
    await recoverJobs(now);
    expect(await db.superuser.execute(queued)).toHaveLength(0);
  });

  test("a file that ends its reader three times is refused, and so is what cannot be kept", async () => {
    const id = await begin();
    const killed = { ...readers, read: async () => Promise.reject(new Error("killed")) };
    for (let time = 1; time <= 3; time += 1) await readImport(id, now, killed).catch(() => {});
    await readImport(id, now, readers);
    const refusal = { code: "import_unreadable" };
    expect(await rowOf(id)).toMatchObject({ state: "refused", refusal, bytes: null, text: null });
    for (const [said, code] of [
      ["", "document_empty"],
      ["秘密★10年", "secrecy_marking"],
      ["联系人手机13800138000", "personal_data"],
      ["长".repeat(200_001), "file_too_long"],
    ]) {
      const each = await begin();
      await readImport(each, now, { ...readers, read: async () => draft.documentOf([said ?? ""]) });
      expect(await rowOf(each)).toMatchObject({ state: "refused", refusal: { code }, text: null });
    }
  });

  test("what is proposed of words that the text does not have never gets in", async () => {
    const id = await begin();
    const beyond = () => {
      const made = draft.proposalsOf(draft.documentOf());
      const title = { start: 5, end: 99_999 };
      return { ...made, candidates: made.candidates.map((each) => ({ ...each, title })) };
    };
    expect(await refused(readImport(id, now, { ...readers, propose: beyond }))).toBe("23514");
    expect(await draft.candidatesOf(id)).toEqual([]);
  });

  test("one that is over goes after a time, with all that is of it", async () => {
    const id = await draft.readOne(supervisor);
    await abandonImport(supervisor, await draft.seenImport(id), now);
    const later = new Date(now.getTime() + (retentionDays.import + 1) * 86_400_000);
    await cleanUp(now, retentionDays);
    expect(await database().$count(imports, eq(imports.id, id))).toBe(1);
    await cleanUp(later, retentionDays);
    expect(await database().$count(imports, eq(imports.id, id))).toBe(0);
    expect(await draft.candidatesOf(id)).toEqual([]);
  });
});

describe("the database itself", () => {
  test("holds to the text, to what was proposed, and to places within the text, whoever asks", async () => {
    const id = await draft.readOne(supervisor);
    const ofImport = eq(importCandidates.importId, id);
    const { text } = draft.documentOf();
    const owner = db.owner;
    expect(
      await refused(owner.update(imports).set({ text: "别的" }).where(eq(imports.id, id))),
    ).toBe("23514");
    for (const quotes of [
      [{ start: 0, end: text.length + 1 }],
      [{ start: -1, end: 3 }],
      [{ start: 4, end: 4 }],
      [],
    ])
      expect(
        await refused(
          owner
            .update(importCandidates)
            .set({ quotes: quotes as [{ start: number; end: number }] })
            .where(ofImport),
        ),
      ).toBe("23514");
    const edited = { quotes: [{ start: 3, end: 99_999 }] as [{ start: number; end: number }] };
    expect(await refused(owner.update(importCandidates).set({ edited }).where(ofImport))).toBe(
      "23514",
    );
    const app = database();
    expect(await refused(app.update(importCandidates).set({ titleStart: 0 }).where(ofImport))).toBe(
      "42501",
    );
    expect(await refused(app.update(documentBlocks).set({ startsAt: 0 }))).toBe("42501");
    const other = await draft.readOne(supervisor);
    const { row } = await draft.candidateAt(other, 0);
    expect(
      await refused(owner.update(importCandidates).set({ parentId: row.id }).where(ofImport)),
    ).toBe("23514");
  });

  test("counts in UTF-16 units, as places do", async () => {
    const [row] = await db.owner.execute<{ length: number }>(
      sql`select utf16_length('𠅤𠅤甲a') as length`,
    );
    expect(row?.length).toBe("𠅤𠅤甲a".length);
  });
});
