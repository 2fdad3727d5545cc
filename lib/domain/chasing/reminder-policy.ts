/** What a plan sets reminders of: the due day, a report, the receipt of a task, a decision at a review step. */
export const planObligationTypes = ["due", "report", "receipt", "decision"] as const;
/** What a reminder is about: those, the release check (公开审查), whose limit is the law's, and a citizen's letter. */
export const obligationTypes = [...planObligationTypes, "release", "letter"] as const;
export type ObligationType = (typeof obligationTypes)[number];

/** To whom a rule may speak: those of the levels of the escalation, and whoever assigned the task. */
export const reminderAudiences = ["handler", "head", "supervisor", "office", "assigner"] as const;
export type ReminderAudience = (typeof reminderAudiences)[number];

/**
 * One rule, counted from the day the obligation falls due: so many `workdays` before it, or `after` it; calendar days where
 * `counts` says "days". `every` repeats the rule after that, each so many. What is left out is as `wholeRule` says.
 */
export type ReminderRule = {
  obligation: ObligationType;
  when: "before" | "after";
  workdays: number;
  every?: number;
  counts?: "workdays" | "days";
  to?: ReminderAudience[];
  byMail?: boolean;
  isOn?: boolean;
};

/** To whom a rule speaks that names nobody: whoever is to act, of what is late also those above who can help. */
export function standardAudience({
  obligation,
  when,
}: Pick<ReminderRule, "obligation" | "when">): ReminderAudience[] {
  if (obligation === "receipt")
    return when === "after" ? ["handler", "head", "assigner"] : ["handler", "head"];
  const isHeads = obligation === "due" || obligation === "letter";
  return isHeads && when === "after" ? ["handler", "head"] : ["handler"];
}

/** A rule with all that it leaves out: working days, the standard audience, by mail too, and on. */
export function wholeRule<Rule extends ReminderRule>(rule: Rule) {
  return {
    ...{ counts: "workdays" as const, to: standardAudience(rule), byMail: true, isOn: true },
    ...rule,
  };
}

/** The twenty working days of the release check (政府信息公开条例 §26): a week and a day before they end, then each week. */
export const releaseRules: readonly ReminderRule[] = [
  { obligation: "release", when: "before", workdays: 5 },
  { obligation: "release", when: "before", workdays: 1 },
  { obligation: "release", when: "after", workdays: 1, every: 5 },
];

/** A letter waits outside for its answer, whatever a plan's own reminders are. */
export const letterRules: readonly ReminderRule[] = [
  { obligation: "letter", when: "before", workdays: 3 },
  { obligation: "letter", when: "before", workdays: 1 },
  { obligation: "letter", when: "after", workdays: 1, every: 3 },
];

/** 承办人 → 单位负责人 → 督查人员 → 督查室: who hears of an obligation, once it is so many working days late. */
export const escalationLevels = ["handler", "head", "supervisor", "office"] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

/** The first level only reminds (提醒) whoever is to act: raised (提级) is what goes beyond them. */
export function isFirstLevel(level: EscalationLevel): boolean {
  return level === escalationLevels[0];
}

/** How a level is called: the first level of a decision, on a release too, is whoever decides, not 承办人. */
export function levelName<Level extends ReminderAudience>(
  obligation: ObligationType,
  level: Level,
): Level | "decider" {
  const isDecided = obligation === "decision" || obligation === "release";
  return isDecided && level === "handler" ? "decider" : level;
}

export type EscalationStep = { level: EscalationLevel; workdays: number; isOn?: boolean };

export type ReminderPolicy = {
  rules: (ReminderRule & { obligation: (typeof planObligationTypes)[number] })[];
  escalation: EscalationStep[];
  /** No person gets two grouped reminders within so many hours. */
  gapHours: number;
};

export const defaultReminderPolicy: ReminderPolicy = {
  rules: [
    { obligation: "due", when: "before", workdays: 30 },
    { obligation: "due", when: "before", workdays: 7 },
    { obligation: "due", when: "before", workdays: 1 },
    { obligation: "due", when: "after", workdays: 1 },
    { obligation: "due", when: "after", workdays: 7, every: 30 },
    { obligation: "report", when: "before", workdays: 3 },
    { obligation: "report", when: "after", workdays: 1, every: 5 },
    { obligation: "receipt", when: "after", workdays: 1, every: 2 },
    { obligation: "decision", when: "before", workdays: 1 },
    { obligation: "decision", when: "after", workdays: 1, every: 3 },
  ],
  escalation: [
    { level: "handler", workdays: 1 },
    { level: "head", workdays: 3 },
    { level: "supervisor", workdays: 7 },
    { level: "office", workdays: 15 },
  ],
  gapHours: 20,
};

/** A policy with all that its rules and levels leave out, as the form of settings holds it. */
export function wholePolicy({ rules, escalation, gapHours }: ReminderPolicy) {
  return {
    rules: rules.map((rule) => wholeRule(rule)),
    escalation: escalation.map((step) => ({ isOn: true, ...step })),
    gapHours,
  };
}
