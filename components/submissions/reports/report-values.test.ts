import { expect, test } from "vitest";
import { periodChoices, type ReportValues, reportMapping } from "./report-values";

const june = {
  start: "2024-06-01",
  end: "2024-06-30",
  dueOn: "2024-07-05",
  isLate: false,
  isReported: false,
};
const may = {
  start: "2024-05-01",
  end: "2024-05-31",
  dueOn: "2024-06-07",
  isLate: true,
  isReported: false,
};
const values: ReportValues = {
  kind: "progress",
  progress: "已完成排查",
  problems: "",
  nextSteps: "继续整治",
  percent: 40,
  periodStart: june.start,
  noNews: false,
  completedOn: null,
};
const offer = { kind: "progress", last: null, periods: [june, may], dueStart: null } as const;
const mapping = reportMapping({ ...offer, periods: [june, may] });

test("a first report starts blank, on the current period while none is due", () => {
  const blank = { ...values, progress: "", nextSteps: "", percent: null };
  expect(mapping.valuesOf(null)).toEqual(blank);
});

test("the period that is due is chosen by itself", () => {
  const due = reportMapping({ ...offer, periods: [june, may], dueStart: may.start });
  expect(due.valuesOf(null).periodStart).toBe(may.start);
});

test("the next report comes with the last one, but not with why there was nothing new", () => {
  const last = { ...values, problems: "资金未到位" };
  const next = reportMapping({ ...offer, periods: [june], last });
  expect(next.valuesOf(null)).toEqual(last);
  const idle = reportMapping({ ...offer, periods: [june], last: { ...last, noNews: true } });
  expect(idle.valuesOf(null)).toEqual({ ...last, progress: "" });
});

test("a cooperating unit's report has no percentage", () => {
  const part = reportMapping({ ...offer, kind: "contribution", periods: [june], last: values });
  expect(part.valuesOf(null)).toMatchObject({ kind: "contribution", percent: null });
});

test("a draft comes back as it was saved", () => {
  expect(mapping.valuesOf(mapping.contentOf(values))).toEqual(values);
});

test("only of what is done it is said when", () => {
  const day = { completedOn: "2024-06-10" };
  const sent = (kind: "progress" | "completion") =>
    mapping.contentOf({ ...values, ...day, kind }).content;
  expect(sent("completion")).toMatchObject(day);
  expect(sent("progress")).not.toHaveProperty("completedOn");
});

test("a draft whose period has run out keeps it among the choices", () => {
  const draft = mapping.contentOf({ ...values, periodStart: may.start });
  expect(periodChoices([june], draft)).toMatchObject([june, { start: may.start, end: may.end }]);
  expect(periodChoices([june, may], draft)).toEqual([june, may]);
});

test.each([Number.NaN, 120, -1, 40.5])("a text is saved without the percentage %d", (percent) => {
  expect(mapping.contentOf({ ...values, percent }).content).toMatchObject({
    percent: null,
    progress: values.progress,
  });
});
