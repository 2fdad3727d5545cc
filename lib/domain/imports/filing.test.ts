import { expect, test } from "vitest";
import { draftLimits } from "@/lib/domain/registrations/drafts";
import { draftTasksOf, type Reviewed } from "./drafted";
import { draftProblems } from "./filing";

const uid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const reviewed = (
  n: number,
  text: string,
  words: string,
  over: Partial<Reviewed> = {},
): Reviewed => {
  const start = text.indexOf(words);
  const place = { start, end: start + words.length };
  return {
    ...{ id: uid(n), parentId: null, kind: "measure", title: place, quotes: [place] },
    ...{ verbatim: place, owners: [], deadlines: [], edited: null },
    ...over,
  };
};

test("every task that a draft refuses is told of, with why", () => {
  const text = `推进一事。${"长".repeat(draftLimits.quote + 1)}推进二事。`;
  const edited = {
    deadline: { kind: "date", windowStart: null, dueOn: null, cycle: "none" },
  } as const;
  const tasks = draftTasksOf(
    [
      reviewed(1, text, "推进一事"),
      reviewed(2, text, text.slice(5, -5)),
      reviewed(3, text, "推进二事", { edited }),
    ],
    text,
    new Map(),
  );
  expect(draftProblems(tasks, text, []).map((each) => [each.uid, each.refusal.code])).toEqual([
    [uid(2), "too_long"],
    [uid(3), "deadline_required"],
  ]);
});

test("a quote that is broken into lines is found at its place, and the same words elsewhere are another's", () => {
  const text = "清扫\n道路。\n\n清扫道路。";
  const [second] = draftTasksOf(
    [reviewed(1, text, "清扫\n道路"), reviewed(2, text, "清扫道路")],
    text,
    new Map(),
  ).map((task) => ({ task, problems: draftProblems([task], text, []) }));
  expect(second).toMatchObject({ task: { quote: "清扫道路", at: 0 }, problems: [] });
});

test("300 tasks of a text of 200,000 signs are checked to the end", { timeout: 60_000 }, () => {
  const line = (n: number) => `（${n}）推进第${n}项工作，年底前完成。`;
  const filler = "各有关单位要结合实际抓好落实。".repeat(42);
  const text = Array.from({ length: 300 }, (_, n) => line(n) + filler).join("\n\n");
  const candidates = Array.from({ length: 300 }, (_, n) => reviewed(n, text, line(n)));
  expect(draftProblems(draftTasksOf(candidates, text, new Map()), text, [])).toEqual([]);
});
