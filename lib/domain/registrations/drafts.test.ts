import fc from "fast-check";
import { expect, test } from "vitest";
import { checkedTasks, draftTaskRefusal, placedTask } from "./content";
import { type DraftTask, editedTasks, unitNames } from "./drafts";
import { duplicatesOf } from "./duplicates";

const uid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const text = "通知\n\n一、6月底前完成\n工地围挡。二、清扫道路。三、清扫道路。";
const task = (n: number, over: Partial<DraftTask> = {}): DraftTask => ({
  ...{ uid: uid(n), depth: 0, kind: "measure", title: `任务${n}`, quote: "完成工地围挡", at: null },
  ...{ reference: "", ownerVerbatim: "", leadId: null, cooperatingIds: [], windowStart: null },
  ...{ deadlineVerbatim: "6月底前", deadlineKind: "date", dueOn: "2024-06-30", cycle: "none" },
  ...over,
});
const shape = (tasks: DraftTask[]) => tasks.map(({ title, depth }) => `${depth}${title.slice(2)}`);

test("a task moves with what is under it, among its like", () => {
  const tasks = [task(1), task(2, { depth: 1 }), task(3), task(4, { depth: 1 })];
  const move = (n: number, by: 1 | -1) =>
    shape(editedTasks(tasks, { type: "move", uid: uid(n), by }));
  expect(move(1, 1)).toEqual(["03", "14", "01", "12"]);
  expect(move(3, -1)).toEqual(["03", "14", "01", "12"]);
  expect(move(2, 1)).toEqual(["01", "12", "03", "14"]);
  expect(shape(editedTasks(tasks, { type: "remove", uid: uid(1) }))).toEqual(["03", "14"]);
  expect(shape(editedTasks(tasks, { type: "nest", uid: uid(3), by: 1 }))).toEqual([
    ...["01", "12", "13", "24"],
  ]);
});

test("whatever is pressed, no task stands deeper than one under the one before it, and none is lost", () => {
  const press = fc.record({
    type: fc.constantFrom("move" as const, "nest" as const),
    uid: fc.integer({ min: 1, max: 6 }).map(uid),
    by: fc.constantFrom(1 as const, -1 as const),
  });
  fc.assert(
    fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
      const start = [1, 2, 3, 4, 5, 6].map((n) => task(n));
      const end = presses.reduce<DraftTask[]>((tasks, edit) => editedTasks(tasks, edit), start);
      expect(new Set(end.map((each) => each.uid)).size).toBe(6);
      for (const [i, { depth }] of end.entries())
        expect(depth).toBeLessThanOrEqual(Math.min(3, (end[i - 1]?.depth ?? -1) + 1));
    }),
  );
});

test("a quote is the document's own letters, over a line's end, and where it stands several times somebody says where", () => {
  const placed = placedTask(task(1), text, false);
  expect(placed).toMatchObject({ quote: "完成工地围挡", place: { start: 10, end: 17 } });
  expect(placedTask(task(1, { quote: "没有的话" }), text, false)).toMatchObject({
    code: "quote_missing",
  });
  const twice = task(1, { quote: "清扫道路" });
  expect(placedTask(twice, text, false)).toMatchObject({
    code: "quote_several",
    params: { times: 2 },
  });
  const at = text.lastIndexOf("清扫道路");
  expect(placedTask({ ...twice, at }, text, false)).toMatchObject({ place: { start: at } });
  expect(placedTask(task(1, { quote: "" }), text, false)).toMatchObject({ code: "quote_missing" });
  expect(placedTask(task(1, { quote: "" }), text, true)).toMatchObject({
    quote: text.replace("完成\n工地", "完成工地"),
  });
});

test.each([
  [{ deadlineVerbatim: "7月底前" }, "words_missing"],
  [{ ownerVerbatim: "省住建厅" }, "words_missing"],
  [{ dueOn: null }, "deadline_required"],
  [{ deadlineKind: "ongoing" as const }, "deadline_of_ongoing"],
  [{ windowStart: "2024-07-01" }, "window_after_deadline"],
  [{ dueOn: "2024-08-01" }, "deadline_after_parent"],
  [{ leadId: uid(9) }, "lead_is_collective"],
  [{ leadId: uid(8), cooperatingIds: [uid(8)] }, "lead_cannot_cooperate"],
  [{ title: "联系13800138000" }, "personal_data"],
  [{}, undefined],
])("of a task that says %j: %s", (over, code) => {
  const placed = placedTask(task(1, over), text, false);
  if ("code" in placed) throw new Error("The quote was not found");
  const context = { parentDueOn: "2024-07-31", collectiveIds: [uid(9)] };
  expect(draftTaskRefusal(placed, text, context)?.code).toBe(code);
});

test("the first task that may not stand is named", () => {
  const list = [task(1), task(2, { depth: 1, dueOn: "2024-07-01" })];
  const checked = checkedTasks(list, text, { isDecision: false, collectiveIds: [] });
  expect(checked).toMatchObject({
    task: { title: "任务2" },
    refusal: { code: "deadline_after_parent" },
  });
});

test("units are parted by any of the marks that people use", () => {
  expect(unitNames(" 省公安厅、省教育厅，省公安厅;省民政厅\n")).toEqual([
    "省公安厅",
    "省教育厅",
    "省民政厅",
  ]);
});

test("the same quote is a duplicate whatever its marks; the same title only with unit and day", () => {
  const known = {
    code: "AIR-01",
    title: "围挡",
    quote: "完成工地围挡。",
    leadId: "u",
    dueOn: null,
  };
  const drafted = { uid: "1", title: "别的", quote: "完成 工地\n围挡", leadId: null, dueOn: null };
  expect(duplicatesOf([drafted], [known])).toEqual([
    {
      uid: "1",
      code: "AIR-01",
      title: "围挡",
      likeness: { quote: true, unit: false, period: true },
    },
  ]);
  const sameTitle = { ...drafted, title: "围挡", quote: "另一句" };
  expect(duplicatesOf([sameTitle], [known])).toEqual([]);
  expect(duplicatesOf([{ ...sameTitle, leadId: "u" }], [known])).toHaveLength(1);
});
