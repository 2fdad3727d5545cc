import { useTranslations } from "next-intl";
import type { ReceiveAction } from "@/components/assignments/receive-button";
import { BatchBox } from "@/components/forms/batch-box";
import type { BatchAction, BatchItem } from "@/components/forms/use-batch";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { RowKeys } from "@/components/ui/row-keys";
import type { TaskAtVersion } from "@/lib/domain/assignments/inputs";
import type { Day } from "@/lib/domain/calendar/days";
import type { InboxItem, InboxSection as SectionName } from "@/lib/domain/inbox";
import type { Role } from "@/lib/domain/people/roles";
import type { DecisionInput } from "@/lib/domain/submissions/inputs";
import { InboxRow } from "./inbox-row";

const shortLength = 20;

type InboxActions = {
  receive: ReceiveAction;
  receiveAll: BatchAction<TaskAtVersion>;
  approveAll: BatchAction<DecisionInput & { decision: "approve" }>;
};
type Props = {
  section: SectionName;
  items: InboxItem[];
  showAll: boolean;
  today: Day;
  actions: InboxActions;
};

/**
 * One kind of thing to do, with its list. A long list is cut until it is asked for; one that a batch has just emptied
 * still tells what became of it.
 */
export function InboxSection({ section, items, showAll, today, actions }: Props) {
  const t = useTranslations("work.inbox");
  const shown = showAll ? items : items.slice(0, shortLength);
  const list = items.length > 0 && (
    <ul className="divide-y divide-line border border-line bg-paper">
      {shown.map((item) => (
        <InboxRow key={item.id} {...{ section, item, today }} receive={actions.receive} />
      ))}
    </ul>
  );
  return (
    <section
      aria-labelledby={items.length > 0 ? section : undefined}
      className={items.length > 0 ? "mt-6" : undefined}
    >
      {items.length > 0 && (
        <h2 id={section} className="mb-2 text-lg font-bold">
          {t("counts", { section: t(`sections.${section}`), count: items.length })}
        </h2>
      )}
      {section === "to_receive" ? (
        <BatchBox words="receive" items={receiptsOf(shown)} action={actions.receiveAll}>
          {list}
        </BatchBox>
      ) : section === "to_decide" ? (
        <RowKeys isEmpty={items.length === 0}>
          <BatchBox
            words="approve"
            items={approvalsOf(shown)}
            action={actions.approveAll}
            mustConfirm
          >
            {list}
          </BatchBox>
        </RowKeys>
      ) : (
        list
      )}
      {items.length > shortLength && (
        <Anchor
          href={showAll ? `/inbox#${section}` : `/inbox?all=${section}#${section}`}
          className="inline-flex min-h-11 items-center"
        >
          {showAll ? t("showLess", { count: shortLength }) : t("showAll", { count: items.length })}
        </Anchor>
      )}
    </section>
  );
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
