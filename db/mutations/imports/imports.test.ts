import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { importTables } from "@/db/queries/imports/columns";
import { importDetail, listImports } from "@/db/queries/imports/imports";
import { imports } from "@/db/schema/imports";
import * as draft from "@/db/testing/imports/imports.fixture";
import { now, refusalOf } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { someone } from "@/db/testing/test-world-scenarios.fixture";
import { readDocument } from "@/lib/domain/imports/blocks";
import { importLimits } from "@/lib/domain/imports/imports";
import type { Actor } from "@/lib/domain/people/roles";
import { decideCandidates } from "./decisions";
import { abandonImport, correctFacts, setColumns } from "./imports";
import { type Readers, readImport } from "./read-import";
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

const codeOf = async (promise: Promise<unknown>) =>
  ((await refusalOf(promise)) as { code: string } | undefined)?.code ?? "done";
const rowOf = async (id: string) => {
  const [found] = await database().select().from(imports).where(eq(imports.id, id));
  if (!found) throw new Error("There is no import");
  return found;
};
describe("bringing a document in", () => {
  test("the same file of the same office leads to the import that there is; another office has its own", async () => {
    const { bytes, input } = draft.someFile();
    const { id } = await startImport(supervisor, input, now, bytes);
    const again = () => ({ ...input, key: randomUUID(), name: "另一个名字.docx" });
    const colleague = someone(world, "director");
    expect(await startImport(colleague, again(), now, bytes)).toEqual({ id, isNew: false });
    const elsewhere = { ...colleague, departmentId: world.units.other };
    expect(await startImport(elsewhere, again(), now, bytes)).toMatchObject({ isNew: true });
    await abandonImport(supervisor, await draft.seenImport(id), now);
    expect(await startImport(supervisor, again(), now, bytes)).toMatchObject({ isNew: true });
  });

  test("two who send it at once have one import", async () => {
    const { bytes, input } = draft.someFile();
    const both = await Promise.all(
      [supervisor, someone(world, "director")].map((who) =>
        startImport(who, { ...input, key: randomUUID() }, now, bytes),
      ),
    );
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test("is for those who draft plans; what is empty, too large, marked or too much is refused", async () => {
    const { bytes, input } = draft.someFile();
    for (const role of ["official", "system_admin", "leader"] as const)
      expect(await codeOf(startImport(someone(world, role), input, now, bytes))).toBe(
        "not_allowed",
      );
    const anew = (over: object) => ({ ...input, key: randomUUID(), ...over });
    const send = (over: object, file: Uint8Array | null = bytes) =>
      codeOf(startImport(supervisor, anew(over), now, file));
    expect(await send({}, Buffer.alloc(0))).toBe("document_empty");
    expect(await send({ sha256: null, text: " \n" }, null)).toBe("document_missing");
    const large = Buffer.alloc(importLimits.bytes + 1);
    expect(await send({ sha256: null }, large)).toBe("file_too_large");
    expect(await send({ sha256: "0".repeat(64) })).toBe("invalid_input");
    expect(await send({ sha256: null, text: "机密★长期 关于某事" }, null)).toBe("secrecy_marking");
    expect(await send({ editionOf: randomUUID() })).toBe("not_found");
    const busy = { ...someone(world, "supervisor", undefined, 1) };
    await db.owner.execute(sql`insert into imports (name, sha256, size, department_id, started_by_id, started_at, changed_at)
      select 'x', n::text, 1, ${busy.departmentId}, ${busy.id}, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
      from generate_series(1, ${importLimits.perDay}) as n`);
    expect(await codeOf(startImport(busy, anew({}), now, bytes))).toBe("imports_too_many");
  });
});

describe("what the document says of itself", () => {
  test("is put right beside what was read, by a page that is still true", async () => {
    const id = await draft.readOne(supervisor);
    const seen = await draft.seenImport(id);
    await correctFacts(supervisor, { ...seen, facts: draft.facts }, now);
    const stale = { ...seen, key: randomUUID(), facts: { ...draft.facts, kind: "通知" } };
    expect(await codeOf(correctFacts(supervisor, stale, now))).toBe("import_changed");
    const same = { ...(await draft.seenImport(id)), facts: draft.facts };
    expect(await codeOf(correctFacts(supervisor, same, now))).toBe("settings_unchanged");
    const found = await rowOf(id);
    expect(found.facts?.publishedOn).toBeNull();
    expect(found.corrected).toEqual(draft.facts);
    const official = someone(world, "official");
    expect(await importDetail(official, id)).toBeNull();
    expect(await codeOf(correctFacts(official, same, now))).toBe("not_allowed");
    expect((await listImports(official, { page: 1, state: null })).total).toBe(0);
    const { rows, total } = await listImports(supervisor, { page: 1, state: "read" });
    expect(total).toBe(await database().$count(imports, eq(imports.state, "read")));
    expect(rows.find((row) => row.id === id)?.title).toBe(draft.facts.title);
  });

  test("what its columns are for is put right before anything is decided, proposed anew and known again", async () => {
    const rows = [["任务", "牵头单位"], ...draft.lines.map((line) => [line, "甲"])].map((row) =>
      row.map((text, column) => ({ text, column })),
    );
    const ledger = readDocument([{ kind: "table", rows }]);
    const said: unknown[] = [];
    const readers = {
      read: async () => ledger,
      propose: (...[document, , columns]: Parameters<Readers["propose"]>) => {
        said.push(columns);
        return draft.proposalsOf(document);
      },
    };
    const begin = async () => {
      const { bytes, input } = draft.someFile();
      const { id } = await startImport(supervisor, input, now, bytes);
      await readImport(id, now, readers);
      return id;
    };
    const id = await begin();
    const roles = ["content", "lead"] as const;
    const set = async (over: object = {}) =>
      setColumns(
        supervisor,
        { ...(await draft.seenImport(id)), table: 0, roles: [...roles], ...over },
        now,
      );
    expect(await codeOf(set({ table: 1 }))).toBe("not_found");
    await set();
    expect(await rowOf(id)).toMatchObject({ state: "reading", stage: "proposing" });
    await readImport(id, now, readers);
    await begin();
    const right = [{ table: 0, roles }];
    expect(said).toEqual([[], right, right]);
    expect((await importTables(supervisor, id))[0]).toMatchObject({
      ...right[0],
      rows: rows.slice(0, 4).map((row) => row.map(({ text }) => text)),
    });
    const { seen } = await draft.candidateAt(id, 0);
    const decided = { key: randomUUID(), id, candidates: [seen], decision: "confirm" as const };
    await decideCandidates(supervisor, decided, now);
    expect(await codeOf(set({ roles: ["title", "lead"] }))).toBe("import_begun");
  });

  test("nothing is decided of an import that was given up", async () => {
    const id = await draft.readOne(supervisor);
    const { seen } = await draft.candidateAt(id, 0);
    await abandonImport(supervisor, await draft.seenImport(id), now);
    const input = { key: randomUUID(), id, candidates: [seen], decision: "confirm" as const };
    expect(await codeOf(decideCandidates(supervisor, input, now))).toBe("import_wrong_state");
  });
});
