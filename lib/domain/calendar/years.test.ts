import { describe, expect, it } from "vitest";
import type { NoticeRow } from "./notices";
import { addWorkdays, isProvisional } from "./work-days";
import { knownUntil, noticeRefusal, noticeSchema, withNotice, yearsToShow } from "./years";

const newYear: NoticeRow = { kind: "rest", name: "元旦", from: "2027-01-01", to: "2027-01-03" };
const worked: NoticeRow = { kind: "work", name: "元旦", from: "2027-01-09", to: "2027-01-09" };
const today = "2026-11-28";

describe("a notice may be entered", () => {
  const refusalOf = (year: number, rows: NoticeRow[], isAnnounced = false, day = today) =>
    noticeRefusal({ year, rows }, { isAnnounced, today: day })?.code ?? null;

  it("for the coming year, and again to correct it while it is not over", () => {
    expect(refusalOf(2027, [newYear, worked])).toBeNull();
    expect(refusalOf(2027, [newYear], true)).toBeNull();
    expect(refusalOf(2027, [newYear], true, "2027-12-31")).toBeNull();
    expect(refusalOf(2027, [newYear], true, "2028-01-01")).toBe("calendar_year_over");
    expect(refusalOf(2027, [newYear], false, "2028-01-01")).toBeNull();
  });

  it("for no year that cannot be announced yet, no day of another year, no day both off and worked", () => {
    expect(refusalOf(2028, [newYear])).toBe("calendar_year_early");
    expect(refusalOf(2027, [{ ...newYear, from: "2026-12-31" }])).toBeNull();
    expect(refusalOf(2027, [{ ...newYear, from: "2026-11-30" }])).toBe("calendar_days_elsewhere");
    expect(refusalOf(2026, [newYear])).toBe("calendar_days_elsewhere");
    expect(refusalOf(2027, [newYear, { ...worked, from: "2027-01-02", to: "2027-01-02" }])).toBe(
      "calendar_day_both",
    );
  });

  it.each([
    [{}, true],
    [{ to: "2026-12-31" }, false],
    [{ to: "2027-02-03" }, false],
    [{ name: " " }, false],
    [{ from: "2027-02-30" }, false],
  ])("a row with %j: %s", (some, fits) => {
    const rows = [{ ...newYear, ...some }];
    expect(noticeSchema.safeParse({ source: "国办发明电", rows }).success).toBe(fits);
  });
});

it("takes the place of what was known of the year, and of that year only", () => {
  const before = {
    exceptions: new Map([
      ["2026-10-01", { working: false, name: "国庆节" }],
      ["2027-01-04", { working: false, name: "元旦" }],
    ]),
    announcedYears: new Set([2026]),
  };
  const known = [{ day: "2027-01-04", working: false, name: "元旦" }];
  const after = withNotice(before, known, { year: 2027, rows: [newYear] });
  expect([...after.exceptions.keys()]).toEqual(["2026-10-01", "2027-01-01"]);
  expect(addWorkdays("2026-12-30", 2, after)).toBe("2027-01-04");
  expect(isProvisional("2026-12-30", "2027-01-04", before)).toBe(true);
  expect(isProvisional("2026-12-30", "2027-01-04", after)).toBe(false);
});

it("shows this year and the next, announced or not", () => {
  expect(yearsToShow([2024, 2025], today)).toEqual([2027, 2026, 2025, 2024]);
});

it.each([
  [[2025, 2026], 2026],
  [[2025, 2026, 2027], 2027],
  [[2025], 2025],
  [[], 2025],
  [[2026, 2028], 2026],
])("of %j the days are known until the end of %i", (years, expected) => {
  expect(knownUntil(new Set(years), today)).toBe(expected);
});
