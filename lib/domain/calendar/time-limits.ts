import { type Day, dayIn } from "./days";
import { addWorkdays, type WorkCalendar } from "./work-days";

/**
 * How long a unit has to receive a task (签收), to object in writing (异议) and to answer a citizen (答复), in working days;
 * a plan may differ.
 */
export type TimeLimits = {
  receiptWorkdays: number;
  objectionWorkdays: number;
  answerWorkdays: number;
};

export const defaultTimeLimits: TimeLimits = {
  receiptWorkdays: 2,
  objectionWorkdays: 3,
  answerWorkdays: 15,
};

/** The last day of a limit that starts at this instant: its own day is not counted (民法典 §201). */
export function limitEndsOn(since: Date, workdays: number, calendar: WorkCalendar): Day {
  return addWorkdays(dayIn(since), workdays, calendar);
}
