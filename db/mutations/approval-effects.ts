import type { Transaction } from "@/db/client";
import type { revisions } from "@/db/schema/submissions";
import type { Actor } from "@/lib/domain/people/roles";
import { isReleased } from "@/lib/domain/releases";
import type { Written } from "@/lib/domain/submissions/contents";
import { applyAdjustment } from "./adjustments";
import { completeTask } from "./completion";
import { extendDueDay } from "./extension";
import type { LockedTask } from "./locks";
import { asksReleaseCheck, publishReport, releaseUnchecked } from "./publication";
import { sendBack } from "./sending-back";
import type { Submission } from "./submission-moves";

type Revision = typeof revisions.$inferSelect;

/** What was approved for good, by whom and when: what each kind's effect is told. */
export type Approved<Kind extends Written["kind"] = Written["kind"]> = {
  actor: Actor;
  task: LockedTask;
  submission: Submission;
  revision: Revision;
  now: Date;
  /** Whether nobody may read it before its release check. */
  awaitsRelease: boolean;
} & Extract<Written, { kind: Kind }>;

/**
 * What a final approval does, by kind: a report of the lead unit is published, a completion also closes the task, an
 * extension moves the due day, an adjustment does what it asks, an objection sends the task back to be assigned anew.
 * A cooperating unit's report is there to be read, and changes nothing. Tells whether it now waits for its release check.
 */
export async function applyApproval(
  tx: Transaction,
  approved: { [Kind in Written["kind"]]: Omit<Approved<Kind>, "awaitsRelease"> }[Written["kind"]],
): Promise<boolean> {
  const speaks = isReleased(approved.kind);
  const awaitsRelease = speaks && (await asksReleaseCheck(tx, approved.task));
  await applyEffect(tx, { ...approved, awaitsRelease });
  if (speaks && !awaitsRelease) await releaseUnchecked(tx, approved);
  return awaitsRelease;
}

async function applyEffect(tx: Transaction, approved: Approved): Promise<void> {
  switch (approved.kind) {
    case "progress":
      return publishReport(tx, approved);
    case "completion":
      await publishReport(tx, approved);
      return completeTask(tx, approved);
    case "extension":
      return extendDueDay(tx, approved);
    case "adjustment":
      return applyAdjustment(tx, approved);
    case "objection":
      return sendBack(tx, approved);
    case "contribution":
    case "answer":
      return;
  }
}
