import { addDays, type Day } from "@/lib/domain/calendar/days";
import { person } from "@/lib/domain/people/people.fixture";
import type { ChasedTask, WaitingDecision, WaitingRelease } from "./obligations";
import { defaultReminderPolicy } from "./reminder-policy";

/** Two officials of the lead unit bear one name. */
export const official = { ...person("official", "ecology", "official"), name: "李明" };
export const namesake = { ...person("official", "ecology", "namesake"), name: "李明" };
export const head = person("head", "ecology", "head");
export const stranger = person("official", "housing", "stranger");
export const otherHead = person("head", "housing", "other-head");
export const supervisor = person("supervisor", "office", "supervisor");
export const director = person("director", "office", "director");
export const staff = [
  official,
  namesake,
  head,
  stranger,
  otherHead,
  supervisor,
  director,
  person("system_admin", "office", "system-admin"),
  person("auditor", "office", "auditor"),
];

/** 09:00 in Shanghai. */
export const morningOf = (day: string) => new Date(`${day}T09:00:00+08:00`);

/** A task of "ecology" under way since April 2024, due at the end of June. */
export function chasedTask(changes: Partial<ChasedTask> = {}): ChasedTask {
  return {
    id: "task",
    code: "AIR-01",
    kind: "measure",
    status: "active",
    leadDepartmentId: "ecology",
    handlerId: null,
    dueOn: "2024-06-28",
    assignedAt: morningOf("2024-04-01"),
    receivableSince: morningOf("2024-04-01"),
    movedAt: null,
    reports: [],
    receiptWorkdays: 2,
    policy: defaultReminderPolicy,
    inReview: [],
    toRelease: [],
    toAnswer: [],
    ...changes,
  };
}

/** A report asked for some days before its due day. */
export const reportDue = (dueOn: Day) => ({ opensOn: addDays(dueOn, -14), dueOn });

/** A report that the official wrote, with the head since Monday 2024-06-17, who has two working days. */
export function waitingDecision(changes: Partial<WaitingDecision> = {}): WaitingDecision {
  return {
    id: "submission",
    stepSince: morningOf("2024-06-17"),
    kind: "progress",
    status: "in_review",
    step: 1,
    reviewSteps: [
      { by: "head", workdays: 2 },
      { by: "supervisor", workdays: 5 },
    ],
    taskStatus: "active",
    leadDepartmentId: "ecology",
    cooperatingIds: [],
    countersignIds: [],
    departmentId: "ecology",
    contributorIds: ["official"],
    deciderIds: [],
    ...changes,
  };
}

/** A report that the official wrote, approved on Wednesday 2024-06-12: to be released or not by 2024-07-10. */
export function waitingRelease(changes: Partial<WaitingRelease> = {}): WaitingRelease {
  return {
    id: "approved",
    kind: "progress",
    status: "approved",
    approvedAt: morningOf("2024-06-12"),
    leadDepartmentId: "ecology",
    cooperatingIds: [],
    contributorIds: ["official"],
    verifierId: null,
    disclosure: null,
    isWithdrawn: false,
    ...changes,
  };
}
