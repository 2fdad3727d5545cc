import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AssignmentChanges } from "@/components/assignments/assignment-changes";
import { Anchor } from "@/components/ui/anchor";
import { Moment } from "@/components/ui/day";
import { Pages } from "@/components/ui/pages";
import { useSentenceWords } from "@/components/ui/use-sentence-words";
import { type AuditEvent, type HistoryEntry, sentenceKey } from "@/lib/domain/audit/audit-events";
import { sentenceParams } from "@/lib/domain/audit/audit-sentences";
import type { LogEntry } from "@/lib/domain/audit/log-entries";
import { readableParams } from "@/lib/domain/sentence-params";

/** So many entries of a page are open; what is older is folded, and printed all the same. */
const openLength = 5;

type Props = {
  history: HistoryEntry[];
  place: { page: number; pages: number; hrefOf: (page: number) => string };
};

/** A page of a task's history (操作留痕), given oldest first, newest on top: who, when, what, before and after. */
export function AuditTrail({ history, place }: Props) {
  const t = useTranslations("history");
  const newestFirst = history.toReversed();
  const older = newestFirst.slice(openLength);
  return (
    <section aria-labelledby="history" className="mt-6">
      <h2 id="history" className="text-lg font-bold">
        {t("title")}
      </h2>
      <TrailList entries={newestFirst.slice(0, openLength)} />
      {older.length > 0 && (
        <details>
          <summary className="min-h-11 py-2">{t("older", { count: older.length })}</summary>
          <TrailList entries={older} />
        </details>
      )}
      <Pages {...place} label={t("title")} />
    </section>
  );
}

function TrailList({ entries }: { entries: HistoryEntry[] }) {
  return (
    <ol className="mt-2 border-l-2 border-line">
      {entries.map((entry) => (
        <AuditItem key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

/** One entry of the history: its sentence, whose it is, and what an assignment changed. */
export function AuditItem({ entry, children }: { entry: LogEntry; children?: ReactNode }) {
  return (
    <li className="relative py-2 pl-5 before:absolute before:-left-[5px] before:top-4 before:size-2 before:rounded-full before:bg-brand">
      <p>
        <Doer entry={entry} />
      </p>
      <Happening entry={entry} />
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <Moment at={entry.at} />
        <SentLink entry={entry} />
        {children}
      </p>
    </li>
  );
}

/** Who did it, in which unit and role; the system where nobody did. */
export function Doer({ entry: { actor } }: { entry: LogEntry }) {
  const t = useTranslations();
  if (!actor) return <strong className="font-semibold">{t("history.system")}</strong>;
  return (
    <>
      <strong className="font-semibold">{actor.name}</strong>
      <span className="text-sm text-muted">
        （<span lang="zh-CN">{actor.unit}</span> · {t(`roles.${actor.role}`)}）
      </span>
    </>
  );
}

/** What happened, by its kind alone where the reader may have no more, and what an assignment changed. */
export function Happening({ entry }: { entry: LogEntry }) {
  const t = useTranslations();
  const sentence = useSentence();
  const event = "isKindOnly" in entry.event ? null : entry.event;
  return (
    <>
      <p>{event ? sentence(event) : t(`work.audit.types.${sentenceKey(entry.event.type)}`)}</p>
      {event?.type === "task.assigned" && <AssignmentChanges {...event} />}
    </>
  );
}

/** The way to what was sent. */
export function SentLink({ entry: { event, subject } }: { entry: LogEntry }) {
  const t = useTranslations("history");
  if ("isKindOnly" in event || event.type !== "submission.submitted") return null;
  return (
    <Anchor href={`/reviews/${subject.submissionId}`} className="underline">
      {t("openSubmission")}
    </Anchor>
  );
}

/** An event as its sentence in the catalog, its words, days and numbers put into the reader's language. */
function useSentence() {
  const t = useTranslations();
  const words = useSentenceWords();
  const percent = (value: string) => (value === "-1" ? t("history.noPercent") : `${value}%`);
  return (event: AuditEvent): string => {
    const params = readableParams(sentenceParams(event), {
      ...words,
      // Which office decided: 审签 by a head, 审核 by a supervisor.
      by: (office) => t(`steps.${office}`),
      role: (role) => t(`roles.${role}`),
      fromRole: (role) => t(`roles.${role}`),
      dueMoveCause: (cause) => t(`dueMoveCauses.${cause}`),
      before: percent,
      after: percent,
    });
    return t(`history.${sentenceKey(event.type)}`, params);
  };
}
