import { expect, test } from "vitest";
import { countToDo, type InboxSection } from "./inbox";

test("what others have in hand, and what is late besides, is not counted as to do", () => {
  const section = (name: InboxSection, length: number) => ({
    section: name,
    items: Array.from({ length }),
  });
  const waiting = [section("to_report", 2), section("returned", 1), section("chased", 3)];
  const seen = [section("in_review", 4), section("waiting_receipt", 5), section("late", 6)];
  expect(countToDo([...waiting, ...seen, section("letters_late", 7)])).toBe(6);
  expect(countToDo([])).toBe(0);
});
