import type { BatchItem } from "@/components/forms/use-batch";
import type { TaskAtVersion } from "@/lib/domain/assignments/inputs";
import type { DecisionInput } from "@/lib/domain/submissions/inputs";
import type { InboxItem } from "./inbox-item";

type Approval = DecisionInput & { decision: "approve" };

/** What 批量签收 sends for each row. */
export function receiptsOf(items: InboxItem[]): BatchItem<TaskAtVersion>[] {
  return items.map(({ id, task: { code, title, version } }) => ({
    id,
    label: `${code} ${title}`,
    input: { code, version },
  }));
}

/** What 批量同意 sends for each row. What is far behind is looked at by itself, unless somebody ticks it. */
export function approvalsOf(items: InboxItem[]): BatchItem<Approval>[] {
  return items.flatMap(({ id, task: { code, title, health }, submission, sent }) =>
    submission && sent
      ? {
          id,
          label: `${code} ${title}`,
          isLeftOut: health.light === "red",
          input: {
            submissionId: submission.id,
            version: submission.version,
            ...sent,
            decision: "approve",
            reason: "",
          },
        }
      : [],
  );
}
