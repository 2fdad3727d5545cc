import type { InboxItem, InboxSection } from "@/lib/domain/inbox";

const review = ({ submission }: InboxItem) => `/reviews/${submission?.id}`;
const release = ({ release }: InboxItem) => `/releases/${release?.id}`;
const look = ({ task }: InboxItem) => `/work/${task.code}`;
const letter = ({ letter }: InboxItem) => `/work/letters/${letter?.id}`;
const write = ({ task, submission, report }: InboxItem) => {
  if (submission?.letterId) return `/work/letters/${submission.letterId}`;
  const kind = submission?.kind ?? report?.kind;
  const isReport = kind === "progress" || kind === "completion";
  return isReport ? `/reports/${task.code}` : `/requests/${kind}/${task.code}`;
};

/** Where each section's one action leads; to receive a task takes no page. */
export const destinations: Record<InboxSection, ((item: InboxItem) => string) | null> = {
  releases_late: release,
  to_decide: review,
  to_rule: review,
  to_release: release,
  to_receive: null,
  returned: write,
  chased: look,
  to_answer: letter,
  to_report: write,
  drafts: write,
  to_assign: ({ task }) => `/assignments/${task.code}`,
  waiting_receipt: look,
  to_strike_off: ({ task }) => `/strike-offs/${task.code}`,
  in_review: review,
  letters_late: letter,
  late: look,
  in_hand: look,
  held: look,
};

/** Where a thing is done: its section's page, or the task's own, where it is received. */
export function placeOf(section: InboxSection, item: InboxItem): string {
  return (destinations[section] ?? look)(item);
}
