import { useTranslations } from "next-intl";
import { ClimbPath } from "@/components/chasing/climb-path";
import { LetterBody, LetterProgress } from "@/components/letters/letter-list";
import { ReleaseState } from "@/components/releases/release-list";
import { SubmissionLine } from "@/components/submissions/submission-line";
import { Moment, useDay } from "@/components/ui/day";
import { Provisional } from "@/components/ui/provisional";
import { useRefusalText } from "@/components/ui/refusal";
import type { Day } from "@/lib/domain/calendar/days";
import { levelName } from "@/lib/domain/chasing/reminder-policy";
import type { Chased, InboxItem } from "@/lib/domain/inbox";
import { heldBy } from "@/lib/domain/submissions/submissions";

/** Whether there is anything to say of it beside its task. */
export function hasNotes(item: InboxItem): boolean {
  const { submission, report, chased, release, letter, receiveBy } = item;
  return [submission, report, chased, release, letter, receiveBy].some(Boolean);
}

/** What it is about the task that waits: a submission, a report, its receipt, or somebody's 催办. */
export function InboxNotes({ item, today }: { item: InboxItem; today: Day }) {
  const t = useTranslations("work.inbox");
  const say = useRefusalText();
  const { submission, report, chased, release, letter, receiveBy, isContested } = item;
  const held = submission && heldBy({ ...submission, taskStatus: item.task.status });
  return (
    <div className="text-sm sm:col-start-1">
      {submission && (
        <p>
          <SubmissionLine submission={submission} today={today} />
          {submission.onBehalfOf && submission.transitions.includes("approve") && (
            <strong className="ml-2 font-semibold text-caution">
              {t("onBehalfOf", { name: submission.onBehalfOf })}
            </strong>
          )}
        </p>
      )}
      {held && <p>{say(held)}</p>}
      {report && <ReportNote report={report} />}
      {receiveBy && !chased && !submission && (
        <ReceiptNote receiveBy={receiveBy} isContested={isContested} today={today} />
      )}
      {chased && <ChasedNote chased={chased} />}
      {release && <ReleaseNote release={release} />}
      {letter && <LetterNote letter={letter} />}
    </div>
  );
}

function ReportNote({ report }: { report: NonNullable<InboxItem["report"]> }) {
  const t = useTranslations();
  const day = useDay();
  const { kind, period, dueOn, owed } = report;
  return (
    <p className={owed ? "font-semibold text-alarm" : undefined}>
      {t(owed ? "work.inbox.reportOwed" : "work.inbox.reportDue", {
        kind: t(`submissionKinds.${kind}`),
        start: day(period.start),
        end: day(period.end),
        due: day(dueOn),
      })}
      <Provisional day={dueOn} />
    </p>
  );
}

type Receipt = { receiveBy: Day; isContested: boolean; today: Day };

function ReceiptNote({ receiveBy, isContested, today }: Receipt) {
  const t = useTranslations("work.inbox");
  const day = useDay();
  if (isContested) return <p>{t("contested")}</p>;
  const isLate = receiveBy < today;
  return (
    <p className={isLate ? "font-semibold text-alarm" : undefined}>
      {t(isLate ? "receiptLate" : "receiveBy", { day: day(receiveBy) })}
      <Provisional day={receiveBy} />
    </p>
  );
}

function ChasedNote({ chased }: { chased: Chased }) {
  const t = useTranslations("work.inbox");
  const raisedTo = useTranslations("raisedTo");
  const day = useDay();
  if (chased.type === "escalation") {
    const { obligation, level, dueOn, climb } = chased;
    const words = { obligation: t(`obligations.${obligation}`), day: day(dueOn) };
    return (
      <>
        <p className="font-semibold text-alarm">
          {t("escalated", { ...words, raised: raisedTo(levelName(obligation, level)) })}
        </p>
        {climb.length > 1 && <ClimbPath levels={climb} />}
      </>
    );
  }
  return (
    <p>
      <strong className="font-semibold text-alarm">{t("chasedBy", { name: chased.by })}</strong>{" "}
      <span lang="zh-CN">{chased.message}</span> <Moment at={chased.at} />
    </p>
  );
}

function ReleaseNote({ release }: { release: NonNullable<InboxItem["release"]> }) {
  const t = useTranslations("submissionKinds");
  const { workdaysLeft, dueOn } = release;
  const waits = { disclosure: null, withdrawnAt: null, workdaysLeft, dueOn };
  return (
    <p>
      {t(release.kind)} · <ReleaseState {...waits} />
    </p>
  );
}

function LetterNote({ letter }: { letter: NonNullable<InboxItem["letter"]> }) {
  const t = useTranslations("letters.kinds");
  return (
    <>
      <p>
        {t(letter.kind)} · <LetterProgress letter={letter} />
      </p>
      <p className="line-clamp-2 text-muted">
        <LetterBody letter={letter} />
      </p>
    </>
  );
}
