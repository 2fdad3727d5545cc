import { randomUUID } from "node:crypto";
import { releaseSubmission, unpublishSubmission } from "@/db/mutations/releases";
import { disclosures, isReleasableKind } from "@/lib/domain/disclosure";
import { refusalOf } from "./scenario.fixture";
import type { View } from "./view.fixture";

/** Now and then a supervisor decides on the release of something approved, or takes it back; `n` draws what and which. */
export async function tryRelease(
  { people, submissions, now }: View,
  n: number,
): Promise<string | null> {
  const supervisors = people.filter(({ role }) => role === "supervisor");
  const approved = submissions.filter(
    ({ kind, status }) => status === "approved" && isReleasableKind(kind),
  );
  const [actor, submission] = [supervisors[n % supervisors.length], approved[n % approved.length]];
  if (!actor || !submission || n % 2 === 1) return null;
  const input = { key: randomUUID(), submissionId: submission.id };
  if (n % 8 === 0) {
    const unpublished = unpublishSubmission(actor, { ...input, reason: "数字有误" }, now);
    return (await refusalOf(unpublished)) ? null : "unpublish";
  }
  const disclosure = disclosures[n % disclosures.length] ?? "public";
  const ground = disclosure === "withheld" ? "internal_matter" : null;
  const released = releaseSubmission(actor, { ...input, disclosure, ground, basis: "已核对" }, now);
  return (await refusalOf(released)) ? null : "release";
}
