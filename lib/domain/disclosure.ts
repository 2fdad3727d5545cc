import type { SubmissionKind } from "./kinds";

/** 主动公开、依申请公开、不予公开 (政府信息公开条例 §13, §19–20, §27). */
export const disclosures = ["public", "on_request", "withheld"] as const;
export type Disclosure = (typeof disclosures)[number];

/** Why something is withheld: 国家秘密 (§14), 商业秘密、个人隐私 (§15), 内部事务、过程性信息 (§16). */
export const disclosureGrounds = ["state_secret", "third_party", "internal_matter"] as const;
export type DisclosureGround = (typeof disclosureGrounds)[number];

/** What is approved and speaks to the public; contributions and objections stay inside. */
export const releasableKinds = [
  "progress",
  "completion",
  "extension",
  "adjustment",
  "answer",
] as const satisfies SubmissionKind[];
export function isReleasableKind(kind: SubmissionKind): boolean {
  return (releasableKinds as readonly SubmissionKind[]).includes(kind);
}
