import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/db/client";
import { spentPoints } from "@/db/schema/budgets";
import { letters } from "@/db/schema/letters";
import { testDatabase } from "@/db/testing/test-database";
import { publicBudgets } from "@/lib/domain/budgets";
import { takeLetter } from "./take-letter";

// Attacks on the letterbox: nobody closes it to the others.

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  process.env.DEMO = "on";
  db = await testDatabase();
});
beforeEach(() => db.owner.delete(spentPoints));
afterAll(() => db.close());

let count = 0;
async function send(address: string, body = `第${++count}封：河边的锅炉还在烧`) {
  const form = new FormData();
  const fields = { code: "AIR-10.1", kind: "correction", body, email: "", locale: "zh-CN" };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const headers = new Headers({ "sec-fetch-site": "same-origin", "x-client-address": address });
  const taken = await takeLetter(form, headers);
  return "receipt" in taken ? "taken" : (taken.problem.refusal?.code ?? "invalid");
}
const many = async (times: number, one: (i: number) => Promise<string>) => {
  const outcomes: string[] = [];
  for (let i = 0; i < times; i++) outcomes.push(await one(i));
  return outcomes;
};

test("letters with a secrecy word are refused and spend nothing, neither the sender's budget nor all others'", async () => {
  const secrets = Array.from({ length: 310 }, () => send("10.9.0.1", "这是机密文件"));
  const outcomes = await Promise.all(secrets);
  expect(new Set(outcomes)).toEqual(new Set(["secrecy_marking"]));
  expect(new Set(await many(20, () => send("10.9.0.1", "")))).toEqual(new Set(["invalid"]));
  expect(await database().$count(spentPoints)).toBe(0);
  expect(await send("10.9.0.1")).toBe("taken");
  expect(await send("10.9.0.2")).toBe("taken");
});

test("one address sends ten an hour, a line of IPv6 too, and what is refused after that leaves the others theirs", async () => {
  const { each } = publicBudgets.letter;
  const own = await many(40, () => send("10.9.0.1"));
  expect(own.filter((each) => each === "taken")).toHaveLength(each);
  const line = await many(40, (i) => send(`2001:db8:1:1::${i.toString(16)}`));
  expect(line.filter((each) => each === "taken")).toHaveLength(each);
  const [all] = await db.owner.select().from(spentPoints).where(sql`key like 'letter_all%'`);
  expect(all?.points).toBe(2 * each);
  expect(await send("10.9.0.3")).toBe("taken");
});

test("many addresses together leave the reserve to those who have not written", async () => {
  const { all, reserve } = publicBudgets.letter;
  const before = await database().$count(letters);
  await db.owner.insert(spentPoints).values({
    key: "letter_all:",
    points: all - reserve - 2,
    expire: sql`now() + interval '1 hour'`,
  });
  expect(await many(4, () => send("10.9.0.1"))).toEqual([
    "taken",
    "taken",
    "letters_too_many",
    "letters_too_many",
  ]);
  expect(await send("10.9.0.2")).toBe("taken");
  expect(await send("10.9.0.2")).toBe("letters_too_many");
  expect((await database().$count(letters)) - before).toBe(3);
});

test("the same letter pressed twice spends once", async () => {
  expect(await many(15, () => send("10.9.0.1", "同一封信"))).toEqual(Array(15).fill("taken"));
  expect(await database().$count(spentPoints, sql`points > 1`)).toBe(0);
});
