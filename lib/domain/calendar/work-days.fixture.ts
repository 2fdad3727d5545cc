import type { Day } from "./days";
import type { WorkCalendar } from "./work-days";
import vectors from "./work-days.vectors.json" with { type: "json" };

const exceptions: WorkCalendar["exceptions"] = new Map(
  Object.values(vectors.calendar).flatMap(({ off, makeup }) => [
    ...off.map((day) => exception(day, false, "法定节假日")),
    ...makeup.map((day) => exception(day, true, "调休上班")),
  ]),
);

/** The announced holidays of 2018 to 2026, for tests; the product reads its calendar from data. */
export const calendar: WorkCalendar = {
  exceptions,
  announcedYears: new Set(Object.keys(vectors.calendar).map(Number)),
};

function exception(day: Day, working: boolean, name: string) {
  return [day, { working, name }] as const;
}
