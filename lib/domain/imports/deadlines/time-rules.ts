/** The rules that read by when an item is to be done. */
export const timeRules = [
  "calendar-date",
  "numeric-date",
  "range",
  "relative",
  "duration",
  "months-ahead",
  "plan-period",
  "recurring",
  "event",
  "ongoing",
  "vague",
] as const;
