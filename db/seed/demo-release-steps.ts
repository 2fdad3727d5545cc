import { randomUUID } from "node:crypto";
import { configurePlan } from "@/db/mutations/plans";
import { releaseSubmission } from "@/db/mutations/releases";
import { planWithSettings } from "@/db/queries/plans";
import type { Actor } from "@/lib/domain/people/roles";
import { readWaitingRelease } from "./demo-reads";
import type { DemoRelease } from "./demo-source";

/** An admin has the plan's reports wait for the release check (公开审查) from now on. */
export async function askReleaseCheck(admin: Actor, slug: string, now: Date) {
  const plan = await planWithSettings(slug);
  if (!plan) throw new Error(`The demo names the plan ${slug}, which is not there`);
  const settings = { ...plan.settings, releaseCheck: true };
  await configurePlan(admin, { key: randomUUID(), slug, version: plan.version, settings }, now);
}

/** A supervisor decides on what waits longest on the task. */
export async function release(
  supervisor: Actor,
  code: string,
  decision: Omit<DemoRelease, "on">,
  now: Date,
) {
  const { id: submissionId } = await readWaitingRelease(code);
  await releaseSubmission(supervisor, { key: randomUUID(), submissionId, ...decision }, now);
}
