import { expect, test } from "vitest";
import { countToDo, type InboxSection, inboxSections, nextSection } from "./inbox";
import { countedOf, mostCounted } from "./paging";

test("what others have in hand, what asks for nothing yet, and what is late besides, is not counted as to do", () => {
  const section = (name: InboxSection, count: number) => ({ section: name, ...countedOf(count) });
  const waiting = [section("to_report", 2), section("returned", 1), section("chased", 3)];
  const seen = [section("in_review", 4), section("waiting_receipt", 5), section("in_hand", 8)];
  expect(countToDo([...waiting, ...seen, section("late", 6), section("letters_late", 7)])).toEqual({
    count: 6,
    more: "no",
  });
  expect(countToDo([])).toEqual({ count: 0, more: "no" });
  const many = [section("to_assign", mostCounted + 1), section("to_report", 2)];
  expect(countToDo(many)).toEqual({ count: mostCounted + 2, more: "yes" });
  expect(countToDo([section("late", mostCounted + 1)])).toEqual({ count: 0, more: "no" });
});

test("what is overdue stands before what is only to be done", () => {
  const place = (section: InboxSection) => inboxSections.indexOf(section);
  expect(place("late")).toBeLessThan(place("to_answer"));
  expect(place("late")).toBeLessThan(place("to_report"));
});

test("one goes on in the same section, then in the next that counts, and from the last to the first", () => {
  expect(nextSection(["to_decide", "to_receive"], "to_receive")).toBe("to_receive");
  expect(nextSection(["to_decide", "chased", "late"], "to_receive")).toBe("chased");
  expect(nextSection(["to_decide", "in_hand"], "drafts")).toBe("to_decide");
  expect(nextSection(["late", "in_hand", "in_review", "waiting_receipt"], "to_report")).toBeNull();
  expect(nextSection([], "to_decide")).toBeNull();
});
