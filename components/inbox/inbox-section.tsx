import { useTranslations } from "next-intl";
import type { ReceiveAction } from "@/components/assignments/receive-button";
import { AcknowledgeBatch } from "@/components/chasing/acknowledge-batch";
import { BatchBox } from "@/components/forms/batch-box";
import type { BatchAction, BatchItem } from "@/components/forms/use-batch";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { RowKeys } from "@/components/ui/row-keys";
import type { TaskAtVersion } from "@/lib/domain/assignments/inputs";
import type { Day } from "@/lib/domain/calendar/days";
import type { AcknowledgeInput } from "@/lib/domain/chasing/inputs";
import type { InboxItem, InboxSection as SectionName } from "@/lib/domain/inbox";
import type { Counted } from "@/lib/domain/paging";
import type { Role } from "@/lib/domain/people/roles";
import type { DecisionInput } from "@/lib/domain/submissions/inputs";
import { InboxRow } from "./inbox-row";

export type InboxActions = {
  receive: ReceiveAction;
  receiveAll: BatchAction<TaskAtVersion>;
  approveAll: BatchAction<DecisionInput & { decision: "approve" }>;
  acknowledgeAll: BatchAction<AcknowledgeInput>;
};
type Props = { section: SectionName; items: InboxItem[]; today: Day; actions: InboxActions };

/** One kind of thing to do: the first of it under its heading, with the way to the whole list where there is more. */
export function InboxSection({ count, more, ...list }: Props & Counted) {
  const t = useTranslations("work.inbox");
  const { section, items } = list;
  // Its list keeps its place when it is empty, and with it what it tells of the batch that emptied it.
  return (
    <section
      aria-labelledby={count > 0 ? section : undefined}
      data-total={count > 0 ? count : undefined}
      className={count > 0 ? "mt-6" : undefined}
    >
      {count > 0 && (
        <h2 id={section} className="mb-2 text-lg font-bold">
          {t("counts", { section: t(`sections.${section}`), count, more })}
        </h2>
      )}
      <InboxList {...list} />
      {count > items.length && (
        <Anchor
          href={`/inbox?list=${section}`}
          data-count={count}
          className="inline-flex min-h-11 items-center"
        >
          {t("showAll", { count, more })}
        </Anchor>
      )}
    </section>
  );
}

/** The rows of a section, to be worked in batches where they can be; an emptied batch still tells what became of it. */
export function InboxList({ section, items, today, actions }: Props) {
  const list = items.length > 0 && (
    <ul className="divide-y divide-line border border-line bg-paper">
      {items.map((item) => (
        <InboxRow key={item.id} {...{ section, item, today }} receive={actions.receive} />
      ))}
    </ul>
  );
  if (section === "to_receive")
    return (
      <BatchBox words="receive" items={receiptsOf(items)} action={actions.receiveAll}>
        {list}
      </BatchBox>
    );
  if (section === "to_decide")
    return (
      <RowKeys>
        <BatchBox
          words="approve"
          items={approvalsOf(items)}
          action={actions.approveAll}
          mustConfirm
        >
          {list}
        </BatchBox>
      </RowKeys>
    );
  if (section === "chased")
    return (
      <AcknowledgeBatch rows={lateOf(items)} acknowledgeAll={actions.acknowledgeAll}>
        {list}
      </AcknowledgeBatch>
    );
  return list;
}

/** What of the chased somebody takes on with a text; a 催办 is answered by itself. */
function lateOf(items: InboxItem[]) {
  return items
    .filter(({ chased }) => chased?.type === "escalation")
    .map(({ id, task: { code, title } }) => ({ id, label: `${code} ${title}` }));
}

type Approval = DecisionInput & { decision: "approve" };

/** What 批量签收 sends for each row. */
function receiptsOf(items: InboxItem[]): BatchItem<TaskAtVersion>[] {
  return items.map(({ id, task: { code, title, version } }) => ({
    id,
    label: `${code} ${title}`,
    input: { code, version },
  }));
}

/** What 批量同意 sends for each row. What is far behind is looked at by itself, unless somebody ticks it. */
function approvalsOf(items: InboxItem[]): BatchItem<Approval>[] {
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

/** An empty inbox says the next step. */
export function InboxEmpty({ role }: { role: Role }) {
  const t = useTranslations("work.inbox");
  const next =
    role === "auditor"
      ? { href: "/audit", label: t("toAudit") }
      : { href: "/work", label: t("toTasks") };
  return (
    <div className="mt-4 border border-line bg-paper p-5">
      <p className="mb-3">{t(`empty.${role}`)}</p>
      <Anchor href={next.href} className={buttonStyle("plain")}>
        {next.label}
      </Anchor>
    </div>
  );
}
