/** Every request that needs somebody's yes is a submission (报送材料) of one kind. */
export const submissionKinds = [
  "progress",
  "completion",
  "extension",
  "adjustment",
  "objection",
  "contribution",
  "answer",
] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

/** The kinds that are reports (进展、问题、下一步): written in one form, of which a task has one open at a time. */
export const reportKinds = ["progress", "completion", "contribution"] as const;
export type ReportKind = (typeof reportKinds)[number];
export function isReport(kind: SubmissionKind): kind is ReportKind {
  return (reportKinds as readonly string[]).includes(kind);
}
