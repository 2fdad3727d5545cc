import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "@/db/client";
import { receiveLetter } from "@/db/mutations/letters/letters";
import { eraseLetter } from "@/db/mutations/submissions/letter-erasure";
import { letters } from "@/db/schema/letters";
import { readCast } from "@/db/seed/demo-reads";
import { sendMany } from "@/db/testing/many-letters.fixture";
import { now, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import { type World, worldMaker } from "@/db/testing/test-world.fixture";
import { carry, someone, takeOn } from "@/db/testing/test-world-scenarios.fixture";
import { can } from "@/lib/domain/people/permissions";
import { letterByReceipt, lettersPage } from "./letters";

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
beforeAll(async () => {
  db = await testDatabase();
  world = await (await worldMaker(db.owner))(1);
  await takeOn(world);
});
afterAll(() => db.close());

test("what is to be answered comes first, the longest overdue at the top, then what is done with, the newest first", async () => {
  const [late, answered, erased, open] = [
    await write(40),
    await write(1),
    await write(1),
    await write(0),
  ];
  await carry(world, "answer", { letterId: answered });
  const { code } = world;
  const key = crypto.randomUUID();
  const input = { key, letterId: erased, reason: "写信人申请" };
  await eraseLetter(someone(world, "supervisor"), input, new Date(now.getTime() + 60_000));
  const official = someone(world, "official");
  const pages = [1, 2, 3, 4, 9].map((page) => lettersPage(official, today, page, 1));
  const found = (await Promise.all(pages)).map(({ letters: [one] }) => [one?.id, one?.code]);
  expect(found).toEqual([late, open, erased, answered, answered].map((id) => [id, code]));
  const { counts } = await lettersPage(official, today, 1);
  expect(counts).toEqual({ open: 2, late: 1, answered: 1, done: 2 });
});

test("everybody's pages have what they may read, and no other", async () => {
  await sendMany(db.superuser, "AIR-05.1", 3);
  const count = await database().$count(letters);
  expect(count).toBeGreaterThan(3);
  const everyLetter = (await lettersPage(someone(world, "auditor"), today, 1)).letters;
  expect(everyLetter).toHaveLength(count);
  for (const actor of (await readCast()).values()) {
    const readable = everyLetter.filter((letter) => can(actor, "letter.read", letter));
    const found = await lettersPage(actor, today, 1);
    expect([actor.role, found.letters]).toEqual([actor.role, readable]);
    expect([actor.role, found.counts.open + found.counts.done]).toEqual([
      actor.role,
      readable.length,
    ]);
  }
});

/** A letter that was sent so many days ago. */
async function write(daysAgo: number): Promise<string> {
  const body = `第 ${crypto.randomUUID()} 盏路灯不亮`;
  const input = {
    code: world.code,
    kind: "suggestion",
    body,
    email: null,
    locale: "zh-CN",
  } as const;
  const at = new Date(now.getTime() - daysAgo * 86_400_000);
  const { receipt } = await receiveLetter(input, at);
  const found = await letterByReceipt(receipt, today);
  if (!found) throw new Error("The letter is not there");
  return found.id;
}
