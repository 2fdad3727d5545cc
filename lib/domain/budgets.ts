import { type RefusalCode, refuse } from "./refusals";

/**
 * How often something may be done in a time: by each who does it and by all together. The last part of what all have, the
 * `reserve`, is kept for whoever has done it not at all, so that a few cannot spend everybody's.
 */
export type Budget = { seconds: number; each: number; all: number; reserve: number };

const hour = 60 * 60;
const day = 24 * hour;

/** What people without an account may do. A mailbox is written to so often, whoever asks; an address asks for so much. */
export const publicBudgets = {
  letter: { seconds: hour, each: 10, all: 300, reserve: 150 },
  subscription: { seconds: hour, each: 10, all: 300, reserve: 150 },
  /** Codes that were typed wrong: a whole office may sit behind one address. */
  start: { seconds: hour, each: 30, all: 600, reserve: 300 },
  mailbox: { seconds: day, each: 3, all: 6, reserve: 3 },
} as const satisfies Record<string, Budget>;
export type PublicBudget = keyof typeof publicBudgets;

const refusedPublic: Record<PublicBudget, RefusalCode> = {
  letter: "letters_too_many",
  subscription: "subscriptions_too_many",
  start: "start_codes_too_many",
  mailbox: "subscriptions_too_many",
};

/** What has been spent by one, null where nobody knows who it is, and by all; this time counts. */
export type Spent = { own: number | null; all: number };

/** Whether a budget holds this much. The reserve is open to the first of each and to nobody else. */
export function isWithin(budget: Budget, { own, all }: Spent): boolean {
  const open = own === 1 ? budget.all : budget.all - budget.reserve;
  return (own ?? 0) <= budget.each && all <= open;
}

/** Refuses what is more than a public budget holds. */
export function budgetRefusal(kind: PublicBudget, spent: Spent) {
  return isWithin(publicBudgets[kind], spent) ? null : refuse(refusedPublic[kind]);
}

/** Pages that a question makes (a search, another day) which nobody has asked before: rendering them takes our time. */
export const searchBudget: Budget = { seconds: 60, each: 600, all: 1500, reserve: 500 };

/**
 * What one person's account may write: in a minute, whatever becomes of it, and in a day, what stays. A point is a kilobyte
 * of what is sent, and one for each press: nobody comes near it by hand, and no script fills the disk with it.
 */
export const personBudgets = {
  press: { seconds: 60, points: 3000 },
  change: { seconds: day, points: 4000 },
  session: { seconds: hour, points: 120 },
} as const;
export type PersonBudget = keyof typeof personBudgets;

const refusedPerson: Record<PersonBudget, RefusalCode> = {
  press: "presses_too_many",
  change: "changes_too_many",
  session: "sign_ins_too_many",
};

/** Refuses what is more than a person's budget holds, `spent` and this one together. */
export function personRefusal(kind: PersonBudget, spent: number) {
  return spent > personBudgets[kind].points ? refuse(refusedPerson[kind]) : null;
}

/** The points that an input costs. */
export function pointsOf(input: unknown): number {
  return 1 + Math.floor(new TextEncoder().encode(JSON.stringify(input)).length / 1024);
}

/** Whose budget an address spends: an IPv4 address, or the /64 that a provider gives to one line (RFC 6177). */
export function budgetKey(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::");
  const groups = (part: string) => (part ? part.split(":") : []);
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array(Math.max(0, missing)).fill("0"), ...groups(tail)];
  return `${all.slice(0, 4).join(":")}::/64`;
}
