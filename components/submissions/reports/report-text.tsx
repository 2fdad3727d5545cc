import type { ReportContent as Content } from "@/lib/domain/submissions/contents";

export type ReportContent = Omit<Content, "noNews">;

/** The fixed triple of a report. */
export const reportParts = ["progress", "problems", "nextSteps"] as const;
