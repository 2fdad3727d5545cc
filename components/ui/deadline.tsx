import { useTranslations } from "next-intl";
import type { Day } from "@/lib/domain/calendar/days";
import type { DeadlineFacts } from "@/lib/domain/calendar/deadlines";
import { ShortDay, useDay } from "./day";
import { PolicyWords } from "./policy-words";

/** The date or window in one line, with its basis; what has no date says so. */
export function DeadlineLine({ deadline }: { deadline: DeadlineFacts }) {
  const t = useTranslations();
  const { basis } = deadline;
  return (
    <>
      {useDeadlineText()(deadline)}
      {basis && (
        <small className="inline-block">{t("aside", { text: t(`deadline.${basis}`) })}</small>
      )}
    </>
  );
}

/** In a dense list: 12-31 · 余 113 个工作日, or what says that there is no date. */
export function ShortDeadline({ deadline, task, today }: ShortProps) {
  const t = useTranslations("deadline");
  const { dueOn, kind, basis } = deadline;
  const { daysLate: days, workdaysLeft, isDueToday } = task.health;
  if (!dueOn) return <span className="text-muted">{t(kind === "unresolved" ? kind : "none")}</span>;
  return (
    <>
      <ShortDay day={dueOn} today={today} />
      {basis === "assigned" && (
        <small title={t(basis)} className="ml-0.5">
          {t("assignedMark")}
        </small>
      )}
      {days > 0 ? (
        <strong className="ml-1.5 whitespace-nowrap font-semibold text-alarm">
          {t(task.completedOn ? "lateDone" : "late", { days })}
        </strong>
      ) : (
        workdaysLeft !== null && (
          <small className="ml-1.5 whitespace-nowrap">
            {isDueToday ? t("dueToday") : t("workdaysLeftShort", { days: workdaysLeft })}
          </small>
        )
      )}
    </>
  );
}

/** The same with everything a reader may ask: the document's words, the first date, a rest day. */
export function DeadlineDetail({ deadline }: { deadline: DeadlineFacts }) {
  const t = useTranslations("deadline");
  const day = useDay();
  const { verbatim, dueOn, baselineDueOn, restDay } = deadline;
  return (
    <div>
      <DeadlineLine deadline={deadline} />
      {verbatim && (
        <p className="text-sm text-muted">
          <PolicyWords text={t("verbatim", { text: verbatim })} />
        </p>
      )}
      {dueOn && baselineDueOn !== dueOn && baselineDueOn && (
        <p className="text-sm text-muted">{t("baseline", { day: day(baselineDueOn) })}</p>
      )}
      {restDay && (
        <p className="text-sm text-muted">
          <PolicyWords
            text={t("restDay", {
              name: restDay.name ?? t("weekend"),
              day: day(restDay.lastWorkday),
            })}
          />
        </p>
      )}
    </div>
  );
}

function useDeadlineText() {
  const t = useTranslations("deadline");
  const day = useDay();
  return ({ kind, windowStart, dueOn }: DeadlineFacts): string => {
    if (dueOn && windowStart) return t("window", { start: day(windowStart), end: day(dueOn) });
    if (dueOn) return `${t("dueOn", { day: day(dueOn) })}${t("inclusiveMark")}`;
    return kind === "unresolved" ? t("unresolved") : t("ongoing");
  };
}

/** When it was done, and when that was sent where it was done before. Nothing of what is not done. */
export function CompletedOn({
  task,
}: {
  task: { completedOn: Day | null; completionSentOn: Day | null };
}) {
  const t = useTranslations("deadline");
  const day = useDay();
  const { completedOn, completionSentOn: sentOn } = task;
  if (!completedOn) return null;
  if (!sentOn || sentOn === completedOn) return <p>{t("completed", { day: day(completedOn) })}</p>;
  return <p>{t("completedBefore", { day: day(completedOn), sent: day(sentOn) })}</p>;
}

type ShortProps = { deadline: DeadlineFacts; task: Due; today: Day };

type Due = {
  completedOn: Day | null;
  health: {
    daysLate: number;
    workdaysLeft: number | null;
    isDueToday: boolean;
    isProvisional: boolean;
  };
};

/** How late a task is, or how many working days it has. Nothing where there is no date. */
export function TimeLeft({ task }: { task: Due }) {
  const t = useTranslations("deadline");
  const { daysLate: days, workdaysLeft, isDueToday, isProvisional } = task.health;
  if (days > 0) {
    return (
      <strong className="font-semibold text-alarm">
        {t(task.completedOn ? "lateDone" : "late", { days })}
      </strong>
    );
  }
  if (workdaysLeft === null) return null;
  return (
    <span>
      {isDueToday ? t("dueToday") : t("workdaysLeft", { days: workdaysLeft })}
      {isProvisional && <small className="text-muted">{t("provisional")}</small>}
    </span>
  );
}
