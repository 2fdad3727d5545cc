import { expect, test } from "vitest";
import { draftOf, periodChoices, type ReportValues, savableDraft, valuesOf } from "./report-values";

const june = { start: "2024-06-01", end: "2024-06-30" };
const may = { start: "2024-05-01", end: "2024-05-31" };
const values: ReportValues = {
  kind: "progress",
  progress: "已完成排查",
  problems: "",
  nextSteps: "继续整治",
  percent: 40,
  periodStart: june.start,
};

test("a first report starts blank on the newest period", () => {
  expect(valuesOf(null, [june, may])).toEqual({
    ...values,
    progress: "",
    nextSteps: "",
    percent: null,
  });
});

test("a draft comes back as it was saved", () => {
  expect(valuesOf(draftOf(values, [june, may]), [june, may])).toEqual(values);
});

test("a draft whose period has run out keeps it among the choices", () => {
  const draft = draftOf({ ...values, periodStart: may.start }, [may]);
  expect(periodChoices([june], draft)).toEqual([june, may]);
  expect(periodChoices([june, may], draft)).toEqual([june, may]);
});

test("a blank form is not saved", () => {
  expect(savableDraft({ ...values, progress: " \n", nextSteps: "" }, [june])).toBeNull();
});

test.each([Number.NaN, 120, -1, 40.5])("a text is saved without the percentage %d", (percent) => {
  expect(savableDraft({ ...values, percent }, [june])?.content.percent).toBeNull();
});
