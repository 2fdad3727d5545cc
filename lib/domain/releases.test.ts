import { expect, test } from "vitest";
import { addDays } from "@/lib/domain/calendar/days";
import { workdaysBetween } from "@/lib/domain/calendar/work-days";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { person } from "@/lib/domain/people/people.fixture";
import { roles } from "@/lib/domain/people/roles";
import { submissionStatuses } from "@/lib/domain/submissions/submissions";
import { disclosures, isReleasableKind } from "./disclosure";
import { submissionKinds } from "./kinds";
import {
  lateBefore,
  type ReleaseState,
  readReleaseFilters,
  releaseDueOn,
  releasedTextRefusal,
  releaseRefusal,
  releasesHref,
  unpublishRefusal,
} from "./releases";

const waiting: ReleaseState = {
  kind: "progress",
  status: "approved",
  leadDepartmentId: "ecology",
  cooperatingIds: [],
  contributorIds: ["ecology-official"],
  verifierId: null,
  disclosure: null,
  isWithdrawn: false,
};
const supervisor = person("supervisor", "office");
const released: ReleaseState = { ...waiting, disclosure: "public" };

test("a supervisor or the director releases and withdraws, nobody else", () => {
  for (const role of roles) {
    const refusal = role === "supervisor" || role === "director" ? undefined : "not_allowed";
    expect(releaseRefusal(person(role), waiting)?.code).toBe(refusal);
    expect(unpublishRefusal(person(role), released)?.code).toBe(refusal);
  }
});

test("nobody releases what they wrote on themselves", () => {
  const own = { ...waiting, contributorIds: [supervisor.id] };
  expect(releaseRefusal(supervisor, own)?.code).toBe("submission_own_work");
});

test("whoever has verified a completion does not release it, on whichever account", () => {
  const completion = { ...waiting, kind: "completion", verifierId: supervisor.personId } as const;
  expect(releaseRefusal(supervisor, completion)?.code).toBe("release_own_verification");
  const sameFace = { ...person("director", "office"), personId: supervisor.personId };
  expect(releaseRefusal(sameFace, completion)?.code).toBe("release_own_verification");
  expect(releaseRefusal(person("director", "office"), completion)).toBeNull();
});

test("only what is approved and speaks to the public is released", () => {
  for (const status of submissionStatuses)
    expect(releaseRefusal(supervisor, { ...waiting, status })?.code).toBe(
      status === "approved" ? undefined : "release_not_approved",
    );
  const kept = submissionKinds.filter((kind) => !isReleasableKind(kind));
  expect(kept).toEqual(["objection", "contribution"]);
  for (const kind of kept)
    expect(releaseRefusal(supervisor, { ...waiting, kind })?.code).toBe("release_not_approved");
});

test("it is decided once, whatever was decided, and only what is public is withdrawn, once", () => {
  for (const disclosure of disclosures) {
    const decided = { ...waiting, disclosure };
    expect(releaseRefusal(supervisor, decided)?.code).toBe("release_decided");
    expect(unpublishRefusal(supervisor, decided)?.code).toBe(
      disclosure === "public" ? undefined : "release_not_public",
    );
  }
  expect(unpublishRefusal(supervisor, waiting)?.code).toBe("release_not_public");
  const withdrawn = { ...released, isWithdrawn: true };
  expect(unpublishRefusal(supervisor, withdrawn)?.code).toBe("release_withdrawn");
});

test.each([
  ["progress", "progress"],
  ["progress", "problems"],
  ["completion", "nextSteps"],
  ["extension", "reason"],
  ["adjustment", "reason"],
  ["answer", "question"],
  ["answer", "answer"],
] as const)("of a %s the public reads its %s, so it names nobody", (kind, field) => {
  const saying = (words: string) => {
    const content = { [field]: words };
    return releasedTextRefusal({ kind, content } as unknown as Parameters<
      typeof releasedTextRefusal
    >[0]);
  };
  expect(saying("请联系 13800138000")?.code).toBe("personal_data");
  expect(saying("机密：内部文稿")?.code).toBe("secrecy_marking");
  expect(saying("已完成三项")).toBeNull();
});

test("the twenty working days begin the day after the approval and leave out holidays", () => {
  const at = (day: string) => new Date(`${day}T16:00:00+08:00`);
  expect(releaseDueOn(at("2024-06-12"), calendar)).toBe("2024-07-10");
  // 国庆 2024: 7 days off, two weekend days worked.
  expect(releaseDueOn(at("2024-09-20"), calendar)).toBe("2024-10-23");
});

test("what is late was approved before one instant, and whatever is late was", () => {
  for (const [today, length] of [
    ["2024-07-11", 3],
    ["2024-10-09", 12],
    ["2025-02-08", 14],
  ] as const)
    for (let ahead = 0; ahead < length; ahead += 1) {
      const day = addDays(today, ahead);
      const before = lateBefore(day, calendar);
      const latest = new Date(before.getTime() - 1);
      const left = (at: Date) => workdaysBetween(day, releaseDueOn(at, calendar), calendar);
      expect([day, left(latest) < 0, left(before) < 0]).toEqual([day, true, false]);
    }
});

test("the filters of the list come from the address and go back to it; nonsense narrows nothing", () => {
  const none = readReleaseFilters({ state: "x", kind: "objection", q: ["a", "b"] });
  expect(none).toEqual({ state: "", kind: "", q: "" });
  expect(releasesHref(none, 2)).toBe("/releases?page=2");
  const late = readReleaseFilters({ state: "late", q: " AIR-01 " });
  expect(releasesHref(late, 1)).toBe("/releases?state=late&q=AIR-01&page=1");
});
