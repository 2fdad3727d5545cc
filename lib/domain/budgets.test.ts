import { expect, test } from "vitest";
import { budgetKey, budgetRefusal, pointsOf, publicBudgets } from "./budgets";

test("an IPv6 line is its /64, however many addresses it has; IPv4 is each its own", () => {
  expect(budgetKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(budgetKey("2001:db8:1:2::9")).toBe("2001:db8:1:2::/64");
  expect(budgetKey("2001:db8:1:3::9")).toBe("2001:db8:1:3::/64");
  expect(budgetKey("::1")).toBe("0:0:0:0::/64");
  expect(budgetKey("2001:db8::")).toBe("2001:db8:0:0::/64");
  expect(budgetKey("10.0.0.9")).toBe("10.0.0.9");
});

test("each has so much, all have so much, and the reserve is for who has spent nothing", () => {
  const { each, all, reserve } = publicBudgets.letter;
  const refusal = (own: number | null, everybody: number) =>
    budgetRefusal("letter", { own, all: everybody })?.code;
  expect(refusal(each, all - reserve)).toBeUndefined();
  expect(refusal(each + 1, 20)).toBe("letters_too_many");
  expect(refusal(2, all - reserve + 1)).toBe("letters_too_many");
  expect(refusal(null, all - reserve + 1)).toBe("letters_too_many");
  expect(refusal(1, all - reserve + 1)).toBeUndefined();
  expect(refusal(1, all + 1)).toBe("letters_too_many");
});

test("a press costs a point, and one more for each kilobyte", () => {
  expect([pointsOf({}), pointsOf({ body: "x".repeat(5000) })]).toEqual([1, 5]);
  expect(pointsOf({ body: "字".repeat(1000) })).toBe(3);
});
