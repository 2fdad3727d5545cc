import fc from "fast-check";
import { expect, test } from "vitest";
import { person } from "@/lib/domain/people/people.fixture";
import {
  correctionOf,
  decideRefusal,
  dueCorrectionRefusal,
  type ProposeCorrectionInput,
} from "./corrections";
import {
  beforeCorrections,
  changedText,
  inverse,
  placeBefore,
  shiftedPlace,
  textBefore,
} from "./documents/corrections";

const asked = (over: Partial<ProposeCorrectionInput>): ProposeCorrectionInput => ({
  ...{ key: "", subject: "task", name: "AIR-01", field: "title", wrong: "", occurrence: 1 },
  ...{ right: "对的", reason: "录入有误" },
  ...over,
});

test.each([
  [{}, { field: "title", before: "错的", after: "对的" }],
  [{ right: "错的" }, { code: "correction_unchanged", field: "right" }],
  [{ right: "" }, { code: "correction_empty", field: "right" }],
  [{ field: "status" }, { code: "correction_field", field: "field" }],
  [
    { field: "note", right: "" },
    { code: "correction_unchanged", field: "right" },
  ],
  [
    { field: "windowStart", right: "4月" },
    { code: "correction_day", field: "right" },
  ],
  [
    { field: "windowStart", right: "2024-04-20" },
    { field: "windowStart", before: null, after: "2024-04-20" },
  ],
  [
    { field: "deadlineKind", right: "soon" },
    { code: "correction_field", field: "right" },
  ],
])("a correction of %j", (over, made) => {
  const current = { title: "错的", note: null, windowStart: null, deadlineKind: "date" };
  expect(correctionOf(asked(over), current)).toEqual(made);
});

test("of a text the words are named, and which of them", () => {
  const of = {
    subject: "document",
    name: "air",
    field: "text",
    wrong: "4月",
    right: "5月",
  } as const;
  const current = { text: "4月2日，4月3日" };
  expect(correctionOf(asked({ ...of, occurrence: 2 }), current)).toEqual({
    ...{ field: "text", before: "4月", after: "5月", at: 5 },
  });
  expect(correctionOf(asked({ ...of, occurrence: 3 }), current)).toMatchObject({
    code: "quote_missing",
  });
});

test("whoever proposed it, on whichever account, does not confirm it, and may take it back", () => {
  const who = person("director", "d", "a");
  const open = { status: "open" as const, proposerPersonId: who.personId };
  const otherPost = { ...person("supervisor", "d", "b"), personId: who.personId };
  expect(decideRefusal(otherPost, open, "confirm")?.code).toBe("correction_own");
  expect(decideRefusal(who, open, "confirm")?.code).toBe("correction_own");
  expect(decideRefusal(who, open, "decline")).toBeNull();
  expect(decideRefusal(person("supervisor", "d", "b"), open, "confirm")).toBeNull();
  expect(decideRefusal({ ...who, role: "auditor" }, open, "confirm")?.code).toBe("not_allowed");
  expect(decideRefusal(who, { ...open, status: "confirmed" }, "decline")?.code).toBe(
    "correction_decided",
  );
});

test("a corrected day lies between what is above and what is below", () => {
  const around = {
    windowStart: "2024-01-01",
    parentDueOn: "2024-06-30",
    childrenDueOn: ["2024-03-31", null],
  };
  const codeOf = (day: string | null) => dueCorrectionRefusal(day, around)?.code;
  expect([
    codeOf("2024-07-01"),
    codeOf("2024-03-01"),
    codeOf("2023-12-31"),
    codeOf(null),
    codeOf("2024-04-01"),
  ]).toEqual([
    "deadline_after_parent",
    "correction_before_parts",
    "window_after_deadline",
    "correction_empty",
    undefined,
  ]);
});

test("a change of a text taken back gives the text and every quote back", () => {
  const words = fc.string({ minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40 }),
      words,
      words,
      fc.nat(40),
      fc.nat(40),
      (rest, before, after, at, cut) => {
        const start = Math.min(at, rest.length);
        const text = rest.slice(0, start) + before + rest.slice(start);
        const change = { at: start, before, after };
        const changed = changedText(text, change) ?? "";
        const log = [{ field: "text", ...change }];
        expect(changedText(changed, inverse(change))).toBe(text);
        expect(textBefore(changed, log)).toBe(text);
        const place = { start: Math.min(cut, text.length - 1), end: text.length };
        const moved = shiftedPlace(place, change);
        if (!moved) return;
        const back = placeBefore({ quoteStart: moved.start, quoteEnd: moved.end }, log);
        expect(back).toEqual({ quoteStart: place.start, quoteEnd: place.end });
      },
    ),
  );
});

test("a change that cuts a quote in two is none", () => {
  const change = { at: 4, before: "四五", after: "肆伍" };
  expect(shiftedPlace({ start: 0, end: 5 }, change)).toBeNull();
  expect(shiftedPlace({ start: 5, end: 9 }, change)).toBeNull();
  expect(shiftedPlace({ start: 2, end: 8 }, { ...change, after: "45" })).toEqual({
    start: 2,
    end: 8,
  });
  expect(
    beforeCorrections({ title: "新" }, [{ field: "title", before: "旧", after: "新" }]),
  ).toEqual({ title: "旧" });
});
