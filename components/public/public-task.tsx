import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { CompletedOn, DeadlineDetail, TimeLeft } from "@/components/ui/deadline";
import { DemoTag } from "@/components/ui/demo-tag";
import { Fact, Facts } from "@/components/ui/facts";
import { LightTag } from "@/components/ui/light-tag";
import { Name } from "@/components/ui/name";
import { Owner } from "@/components/ui/owner";
import { PercentBar } from "@/components/ui/percent-bar";
import type { Day } from "@/lib/domain/calendar/days";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { LastUpdate } from "./public-task-table";

type Props = { task: ListedTask; today: Day; staleDays: number };

export function TaskHeading({ task, ...when }: Props) {
  const t = useTranslations();
  return (
    <header>
      <p className="text-sm text-muted">
        {t(`taskKinds.${task.kind}`)} · {task.code}
      </p>
      <h1 className="text-2xl font-bold leading-snug">
        <Name name={task.title} english={task.titleEn} />
      </h1>
      {task.isWordingHidden && <p className="mt-1 text-muted">{t("public.wordingHidden")}</p>}
      {task.isTracked ? (
        <CurrentHealth task={task} {...when} />
      ) : (
        <p className="mt-2 text-muted">{t("public.notTracked")}</p>
      )}
    </header>
  );
}

function CurrentHealth({ task, ...when }: Props) {
  const t = useTranslations("public");
  const { isDemo, health } = task;
  return (
    <>
      <p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-lg">
        <LightTag health={health} />
        <PercentBar {...health} />
        {health.childCount > 0 && (
          <small className="text-muted">
            {t("rolledUp", { count: health.childCount, unreported: health.unreported })}
          </small>
        )}
      </p>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3">
        <span className="text-muted">{t("updated")}</span>
        <LastUpdate task={task} {...when} />
        {isDemo && <DemoTag />}
      </p>
    </>
  );
}

/** Who is answerable for a task and by when, each with where that comes from. */
export function TaskDuties({ task }: { task: ListedTask }) {
  const t = useTranslations();
  const { cooperating, deadline } = task;
  return (
    <section className="mt-6 max-w-4xl">
      <h2 className="text-lg font-bold">{t("public.duties")}</h2>
      <Facts>
        <Fact label={t("public.lead")}>
          <Owner owner={task} href={task.leadCode && `/units/${task.leadCode}`} />
        </Fact>
        <Fact label={t("public.cooperating")}>
          {cooperating.length > 0 ? (
            <span className="flex flex-wrap gap-x-3">
              {cooperating.map(({ code, name, nameEn }) => (
                <Anchor key={code} href={`/units/${code}`} className="underline">
                  <Name name={name} english={nameEn} />
                </Anchor>
              ))}
            </span>
          ) : (
            t("public.noCooperating")
          )}
        </Fact>
        <Fact label={t("public.deadline")}>
          <DeadlineDetail deadline={deadline} />
          <CompletedOn task={task} />
          <TimeLeft task={task} />
          {deadline.note && (
            <p lang="zh-CN" className="text-sm text-muted">
              {deadline.note}
            </p>
          )}
        </Fact>
      </Facts>
    </section>
  );
}

type Notes = { reference: string | null; note: string | null };

/** Where else the task is written, and what a reader should know about how it was taken from its document. */
export function TaskNotes({ task: { reference, note } }: { task: Notes }) {
  const t = useTranslations("public");
  if (!reference && !note) return null;
  return (
    <section className="mt-8 max-w-4xl text-sm text-muted">
      <h2 className="text-lg font-bold text-ink">{t("notes")}</h2>
      {note && <p lang="zh-CN">{note}</p>}
      {reference && (
        <p>
          {t("reference")} <span lang="zh-CN">{reference}</span>
        </p>
      )}
    </section>
  );
}
