import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countGaps } from "@/db/queries/gaps/gaps";
import { users } from "@/db/schema/people";
import { asked } from "@/db/testing/query-count.fixture";
import { company } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/lib/domain/people/roles";
import { gapCount } from "./kept-count";

let db: Awaited<ReturnType<typeof testDatabase>>;
let director: Actor;
let leader: Actor;
beforeAll(async () => {
  db = await testDatabase();
  const cast = await company();
  director = cast("director");
  leader = cast("leader");
});
afterAll(() => db.close());

type Session = Pick<typeof db.superuser, "execute">;
const record = (session: Session) =>
  session.execute(
    sql`insert into audit_events (type, at, entry) values ('role.changed', now(), '')`,
  );

test("while nothing is recorded the count is not taken again", async () => {
  const fresh = await countGaps(director);
  expect(await gapCount(director)).toBe(fresh);
  expect(await asked(() => gapCount(director))).toEqual({ queries: 1, rows: 1 });
  expect(await gapCount(director)).toBe(fresh);
  expect(await asked(() => gapCount(leader))).toEqual({ queries: 0, rows: 0 });
});

test("it is taken again after any event, one too that began before the count and was committed after it", async () => {
  const before = await gapCount(director);
  await db.superuser.transaction(async (late) => {
    await late.execute(sql`set local session_replication_role = replica`);
    await record(late);
    await late.update(users).set({ roleGrantedById: null }).where(eq(users.role, "head"));
    await record(db.superuser);
    expect((await asked(() => gapCount(director))).queries).toBe(2);
    expect(await gapCount(director)).toBe(before);
  });
  const after = await gapCount(director);
  expect(after).toBeGreaterThan(before);
  expect(after).toBe(await countGaps(director));
});
