import { expect, it } from "vitest";
import { markReadSchema, notificationPath, sentenceOf } from "./notifications";

it("leads to the decision, the task, or the inbox", () => {
  const params = { submission: "id" };
  const path = (sentence: string, taskCode: string | null) =>
    notificationPath({ sentence, params, taskCode, isVisible: true });
  expect(path("submission_to_decide", "A")).toBe("/reviews/id");
  expect(path("submission_returned", "A")).toBe("/work/A");
  expect(path("submission_to_release", "A")).toBe("/releases/id");
  expect(path("delegation_granted", null)).toBe("/inbox");
  const digest = { sentence: "reminder_digest", taskCode: "A", isVisible: true };
  const ofReleases = (total: number) =>
    notificationPath({ ...digest, params: { release: 2, total } });
  expect([ofReleases(2), ofReleases(3)]).toEqual(["/releases", "/work/A"]);
});

it("leads nowhere once the task is not the reader's to see", () => {
  const gone = { params: { submission: "id" }, taskCode: "A", isVisible: false };
  for (const sentence of ["submission_to_decide", "submission_returned"])
    expect(notificationPath({ ...gone, sentence })).toBeNull();
});

it("says of a first level, also of one stored as raised, that it reminds (提醒), and raises (提级) from the second on", () => {
  const said = (level: string) =>
    sentenceOf({ sentence: "escalation_raised", params: { obligation: "due", level, days: 3 } });
  expect(["handler", "decider"].map(said)).toEqual(["escalation_reminded", "escalation_reminded"]);
  for (const level of ["head", "supervisor", "office"])
    expect(said(level)).toBe("escalation_raised");
  const unheard = { sentence: "escalation_unheard", params: { level: "handler" } };
  expect(sentenceOf(unheard)).toBe("escalation_unheard");
});

it("takes some notifications or all, and nothing else", () => {
  const key = "00000000-0000-4000-8000-000000000000";
  const takes = (ids: unknown) => markReadSchema.safeParse({ key, ids }).success;
  expect([takes("all"), takes([key]), takes([]), takes("some")]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
