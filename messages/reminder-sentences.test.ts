import { describe, expect, it } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { defaultReminderPolicy, type ReminderRule } from "@/lib/domain/chasing/reminder-policy";
import { levelSentence, ruleSentence } from "@/lib/domain/chasing/reminder-sentences";
import { readableParams } from "@/lib/domain/sentence-params";
import { wordsIn } from "@/lib/words";

const example = { dueOn: "2024-06-28", calendar };
const far = { dueOn: "2027-06-28", calendar };

const { say } = wordsIn("zh-CN");
const people = (names: string) =>
  names
    .split(" ")
    .map((each) => say(`work.reminders.audiences.${each}`))
    .join("、");

function said(rule: ReminderRule, by: typeof example | null = example) {
  const params = ruleSentence(rule, by);
  return (
    params &&
    say("work.reminders.ruleSentence", readableParams(params, { day: (day) => day, people }))
  );
}

const due: ReminderRule = { obligation: "due", when: "before", workdays: 7 };

describe("what a rule does, in words", () => {
  it.each<[Partial<ReminderRule>, string]>([
    [{}, "完成时限到期前 7 个工作日（2024-06-19）提醒承办人，发站内消息和邮件。"],
    [{ counts: "days" }, "完成时限到期前 7 个自然日（2024-06-21）提醒承办人，发站内消息和邮件。"],
    [
      { when: "after", every: 30 },
      "完成时限逾期 7 个工作日（2024-07-09）提醒承办人、单位负责人，发站内消息和邮件，此后每 30 个工作日再提醒一次，直到完成。",
    ],
    [
      { to: ["head", "office"], byMail: false },
      "完成时限到期前 7 个工作日（2024-06-19）提醒单位负责人、督查室主任，发站内消息，不发邮件。",
    ],
    [
      { isOn: false, obligation: "decision", workdays: 1 },
      "已停用：审核到期前 1 个工作日（2024-06-27）提醒审核人，发站内消息和邮件。",
    ],
    [
      { obligation: "receipt", when: "after", workdays: 1 },
      "签收逾期 1 个工作日（2024-07-01）提醒承办人、单位负责人、交办人员，发站内消息和邮件。",
    ],
  ])("%j", (some, sentence) => {
    expect(said({ ...due, ...some })).toBe(sentence);
  });

  it("names no day without a deadline, and says where the holidays are not announced yet", () => {
    expect(said(due, null)).toBe("完成时限到期前 7 个工作日提醒承办人，发站内消息和邮件。");
    expect(said(due, far)).toContain("（2027-06-17，暂定）");
    expect(said({ ...due, counts: "days" }, far)).toContain("（2027-06-21）");
  });

  it("says nothing of a row that is half written", () => {
    for (const amiss of [{ workdays: Number.NaN }, { workdays: 61 }, { every: 0 }, { to: [] }])
      expect(said({ ...due, ...amiss })).toBeNull();
    expect(levelSentence({ level: "head", workdays: -3 }, example)).toBeNull();
  });
});

it("every level of the standard escalation has its day", () => {
  const days = defaultReminderPolicy.escalation.map(
    (step) => levelSentence(step, example)?.exampleDay,
  );
  expect(days).toEqual(["2024-07-01", "2024-07-03", "2024-07-09", "2024-07-19"]);
});
