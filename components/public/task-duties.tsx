import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import { DeadlineDetail, TimeLeft } from "@/components/ui/deadline";
import { Fact, Facts } from "@/components/ui/facts";
import { Owner } from "@/components/ui/owner";
import type { PublicTaskFacts } from "./public-task";

/** Who is answerable for a task and by when, each with where that comes from. */
export function TaskDuties({ task }: { task: PublicTaskFacts }) {
  const t = useTranslations();
  const day = useDay();
  const { completedOn, cooperating, deadline } = task;
  return (
    <section className="mt-6 max-w-4xl">
      <h2 className="text-lg font-bold">{t("public.duties")}</h2>
      <Facts>
        <Fact label={t("public.lead")}>
          <Owner owner={task} href={task.leadCode && `/units/${task.leadCode}`} />
        </Fact>
        <Fact label={t("public.cooperating")}>
          {cooperating.length > 0 ? (
            <span lang="zh-CN" className="flex flex-wrap gap-x-3">
              {cooperating.map(({ code, name }) => (
                <Anchor key={code} href={`/units/${code}`} className="underline">
                  {name}
                </Anchor>
              ))}
            </span>
          ) : (
            t("public.noCooperating")
          )}
        </Fact>
        <Fact label={t("public.deadline")}>
          <DeadlineDetail deadline={deadline} />
          {completedOn && <p>{t("deadline.completed", { day: day(completedOn) })}</p>}
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
