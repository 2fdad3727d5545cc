import { expect, test, vi } from "vitest";
import { checkPassword } from "./password-queue";

const work = vi.hoisted(() => ({ running: 0, most: 0, goOn: [] as (() => void)[] }));
vi.mock("@/db/password", () => ({
  isPassword: async () => {
    work.most = Math.max(work.most, ++work.running);
    await new Promise<void>((resolve) => work.goOn.push(resolve));
    work.running--;
    return true;
  },
}));

test("a flood is looked at a few at a time, a second's worth waits, the rest is told so; known devices go past it", async () => {
  const flood = Array.from({ length: 200 }, () => checkPassword("x", "hash", "strange"));
  const known = checkPassword("x", "hash", "known");
  let over = false;
  const results = Promise.all([known, ...flood]).finally(() => {
    over = true;
  });
  const before = work.goOn.length;
  while (!over) {
    for (const resolve of work.goOn.splice(0)) resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const [first, ...others] = await results;
  expect(before).toBeLessThan(20);
  expect(first).toBe(true);
  const looked = others.filter((each) => each === true).length;
  expect(looked).toBeGreaterThanOrEqual(40);
  expect(looked).toBeLessThan(60);
  expect(others.filter((each) => each === null)).toHaveLength(200 - looked);
  expect(work.most).toBeLessThan(20);
});
