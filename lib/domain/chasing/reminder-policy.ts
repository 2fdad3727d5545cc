/** What a plan sets reminders of: the due day, a report, the receipt of a task, a decision at a review step. */
export const planMatters = ["due", "report", "receipt", "decision"] as const;
/** What a reminder is about: those, the release check (公开审查), whose limit is the law's, and a citizen's letter. */
export const reminderMatters = [...planMatters, "release", "letter"] as const;
export type ReminderMatter = (typeof reminderMatters)[number];

/**
 * One rule, counted in working days from the day the matter falls due: so many `before` it, or `after` it. `every`
 * repeats the rule after that, each so many working days.
 */
export type ReminderRule = {
  matter: ReminderMatter;
  when: "before" | "after";
  workdays: number;
  every?: number;
};

/** The twenty working days of the release check (政府信息公开条例 §26): a week and a day before they end, then each week. */
export const releaseRules: readonly ReminderRule[] = [
  { matter: "release", when: "before", workdays: 5 },
  { matter: "release", when: "before", workdays: 1 },
  { matter: "release", when: "after", workdays: 1, every: 5 },
];

/** A letter waits outside for its answer, whatever a plan's own reminders are. */
export const letterRules: readonly ReminderRule[] = [
  { matter: "letter", when: "before", workdays: 3 },
  { matter: "letter", when: "before", workdays: 1 },
  { matter: "letter", when: "after", workdays: 1, every: 3 },
];

/** 承办人 → 单位负责人 → 督查人员 → 督查室: who hears of a matter, once it is so many working days late. */
export const rungs = ["handler", "head", "supervisor", "office"] as const;
export type Rung = (typeof rungs)[number];

/** How a rung is called: the first rung of a decision, on a release too, is whoever decides, not 承办人. */
export function rungName(matter: ReminderMatter, rung: Rung): Rung | "decider" {
  const isDecided = matter === "decision" || matter === "release";
  return isDecided && rung === "handler" ? "decider" : rung;
}

export type LadderStep = { rung: Rung; workdays: number };

export type ReminderPolicy = {
  rules: (ReminderRule & { matter: (typeof planMatters)[number] })[];
  ladder: LadderStep[];
  /** No person gets two grouped reminders within so many hours. */
  gapHours: number;
};

export const defaultReminderPolicy: ReminderPolicy = {
  rules: [
    { matter: "due", when: "before", workdays: 30 },
    { matter: "due", when: "before", workdays: 7 },
    { matter: "due", when: "before", workdays: 1 },
    { matter: "due", when: "after", workdays: 1 },
    { matter: "due", when: "after", workdays: 7, every: 30 },
    { matter: "report", when: "before", workdays: 3 },
    { matter: "report", when: "after", workdays: 1, every: 5 },
    { matter: "receipt", when: "after", workdays: 1, every: 2 },
    { matter: "decision", when: "before", workdays: 1 },
    { matter: "decision", when: "after", workdays: 1, every: 3 },
  ],
  ladder: [
    { rung: "handler", workdays: 1 },
    { rung: "head", workdays: 3 },
    { rung: "supervisor", workdays: 7 },
    { rung: "office", workdays: 15 },
  ],
  gapHours: 20,
};
