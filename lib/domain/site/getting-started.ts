import { z } from "zod";
import { type Day, monthOf, yearOf } from "@/lib/domain/calendar/days";
import { keySchema } from "@/lib/domain/inputs";
import { adminRoles, type Role } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";

/** The first hour of an installation (开始使用), in the order in which it goes best. */
export const startSteps = [
  "password",
  "site",
  "units",
  "people",
  "holidays",
  "mail",
  "document",
  "plan",
] as const;
export type StartStep = (typeof startSteps)[number];

/** What an office can do without: mail stays off, and a plan may stand on a decision instead of a document. */
export const skippableSteps = ["mail", "document"] as const satisfies readonly StartStep[];
export type SkippableStep = (typeof skippableSteps)[number];

/** Whose each line is. */
export const stepRoles: Record<StartStep, readonly Role[]> = {
  password: adminRoles,
  site: ["system_admin"],
  units: ["system_admin"],
  people: ["system_admin", "security_admin"],
  holidays: ["director", "system_admin"],
  mail: ["system_admin"],
  document: ["director"],
  plan: ["director"],
};

/** What the database says of the installation. Nothing is ticked by hand. */
export type StartFacts = {
  /** User names of administrators who still have the password they were made with. */
  firstPasswords: readonly string[];
  hasSiteName: boolean;
  hasHost: boolean;
  units: number;
  /** How many people with an account there are of each role. */
  people: Partial<Record<Role, number>>;
  announcedYears: ReadonlySet<number>;
  isMailOn: boolean;
  documents: number;
  plans: number;
  skipped: readonly SkippableStep[];
  today: Day;
};

/** Whom nothing can be supervised without: somebody confirms, somebody reviews, a unit reports and signs. */
const neededRoles = ["director", "supervisor", "head", "official"] as const satisfies Role[];

/** The roles that nobody has yet. */
export function missingRoles({ people }: Pick<StartFacts, "people">): Role[] {
  return neededRoles.filter((role) => !people[role]);
}

/** Years whose holidays should be entered by now: this one, and from November on the next (the notice comes then). */
export function missingYears({
  announcedYears,
  today,
}: Pick<StartFacts, "announcedYears" | "today">) {
  const present = yearOf(today);
  const wanted = monthOf(today) >= 11 ? [present, present + 1] : [present];
  return wanted.filter((year) => !announcedYears.has(year));
}

const isDone: Record<StartStep, (facts: StartFacts) => boolean> = {
  password: ({ firstPasswords }) => firstPasswords.length === 0,
  site: ({ hasSiteName, hasHost }) => hasSiteName && hasHost,
  units: ({ units }) => units > 1,
  people: (facts) => missingRoles(facts).length === 0,
  holidays: (facts) => missingYears(facts).length === 0,
  mail: ({ isMailOn }) => isMailOn,
  document: ({ documents }) => documents > 0,
  plan: ({ plans }) => plans > 0,
};

export type StartLine = { step: StartStep; state: "done" | "skipped" | "open"; isMine: boolean };

/** Every line of the checklist, and which are this role's to do. */
export function startLines(facts: StartFacts, role: Role): StartLine[] {
  return startSteps.map((step) => {
    const isSkipped = (facts.skipped as readonly StartStep[]).includes(step);
    const state = isDone[step](facts) ? "done" : isSkipped ? "skipped" : "open";
    return { step, state, isMine: stepRoles[step].includes(role) };
  });
}

export const skipStepSchema = z.strictObject({
  key: keySchema,
  step: z.enum(skippableSteps),
  isNeeded: z.boolean(),
});
export type SkipStepInput = z.infer<typeof skipStepSchema>;

/** Only whose line it is says that it is not needed. */
export function skipRefusal(step: SkippableStep, role: Role): Refusal | null {
  return stepRoles[step].includes(role) ? null : refuse("not_allowed");
}
