import { expect, test } from "vitest";
import { personBudgets } from "@/lib/domain/budgets";
import { Refused } from "@/lib/domain/refusals";
import { limitEach, spendPress } from "./limits";

test("so many at once, the others in order, and a failure frees its place", async () => {
  const limited = limitEach<string>(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (i: number) =>
    limited("one", async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      order.push(i);
      if (i % 3 === 0) throw new Error("broken");
      return i;
    });
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(work));
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(3);
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(await work(7)).toBe(7);
});

test("who is slow holds up nobody but themselves", async () => {
  const limited = limitEach<string>(1);
  const order: string[] = [];
  const slow = limited("slow", () => new Promise((resolve) => setTimeout(resolve, 20)));
  const behind = limited("slow", async () => order.push("behind"));
  await limited("quick", async () => order.push("quick"));
  await Promise.all([slow, behind]);
  expect(order).toEqual(["quick", "behind"]);
});

test("one person may send so much in a minute, and holds up nobody else", async () => {
  const kilobyte = { body: "x".repeat(1024) };
  const outcome = (id: string) =>
    spendPress({ id }, kilobyte).then(
      () => "done",
      (error) => error instanceof Refused && error.refusal.code,
    );
  const outcomes = [];
  for (let i = 0; i < personBudgets.press.points; i++) outcomes.push(await outcome("one"));
  const done = outcomes.filter((each) => each === "done").length;
  expect(done).toBe(personBudgets.press.points / 2);
  expect(outcomes.slice(done).every((each) => each === "presses_too_many")).toBe(true);
  expect(await outcome("another")).toBe("done");
});
