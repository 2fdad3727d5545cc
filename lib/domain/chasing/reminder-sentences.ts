import type { Day } from "@/lib/domain/calendar/days";
import { addWorkdays, isProvisional, type WorkCalendar } from "@/lib/domain/calendar/work-days";
import type { SentenceParams } from "@/lib/domain/sentence-params";
import { firstDayOf } from "./reminder-days";
import { type EscalationStep, levelName, type ReminderRule, wholeRule } from "./reminder-policy";
import { countedDays } from "./reminder-settings";

/** What falls due on the day that the sentences take as their example, and the working days around it. */
export type Example = { dueOn: Day; calendar: WorkCalendar };

/**
 * What one rule does, for the sentence `work.reminders.ruleSentence`. `people` are the names of its audiences, apart by
 * spaces; `exampleDay` is when it reminds of what falls due on the example's day, empty without one. Null while it is half
 * written: a number that may not be, or nobody to remind.
 */
export function ruleSentence(rule: ReminderRule, example: Example | null): SentenceParams | null {
  const { obligation, when, workdays, every, counts, to, byMail, isOn } = wholeRule(rule);
  if (!isCount(workdays) || (every !== undefined && !isCount(every)) || to.length === 0)
    return null;
  const exampleDay = example ? firstDayOf(rule, example.dueOn, example.calendar) : "";
  return {
    ...{ obligation, when, counts, count: workdays, every: every ?? 0 },
    people: to.map((each) => levelName(obligation, each)).join(" "),
    ...{ byMail: yes(byMail), isOn: yes(isOn), exampleDay },
    dated: dated(example, exampleDay, counts === "workdays"),
  };
}

/** What one level of the escalation does, for the sentence `work.reminders.levelSentence`; null while it is half written. */
export function levelSentence(
  step: EscalationStep,
  example: Example | null,
): SentenceParams | null {
  const { level, workdays, isOn } = step;
  if (!isCount(workdays)) return null;
  const exampleDay = example ? addWorkdays(example.dueOn, workdays, example.calendar) : "";
  const said = { count: workdays, people: level, isOn: yes(isOn !== false), exampleDay };
  return { ...said, dated: dated(example, exampleDay, true) };
}

const isCount = (days: number) => countedDays.safeParse(days).success;
const yes = (is: boolean) => (is ? "yes" : "no");

/** Whether there is a day to name, and whether the working days up to it are announced yet. */
function dated(example: Example | null, day: Day, isByWorkdays: boolean) {
  if (!example) return "no";
  const [from, to] = day < example.dueOn ? [day, example.dueOn] : [example.dueOn, day];
  return isByWorkdays && isProvisional(from, to, example.calendar) ? "provisional" : "yes";
}
