import { useTranslations } from "next-intl";
import { DemoTag } from "@/components/ui/demo-tag";
import { LightTag } from "@/components/ui/light-tag";
import { PercentBar } from "@/components/ui/percent-bar";
import type { Day } from "@/lib/domain/calendar/days";
import { LastUpdate } from "./last-update";
import type { PublicTaskFacts } from "./public-task";

type Props = { task: PublicTaskFacts; today: Day; staleDays: number };

export function TaskHeading({ task, ...when }: Props) {
  const t = useTranslations();
  return (
    <header>
      <p className="text-sm text-muted">
        {t(`taskKinds.${task.kind}`)} · {task.code}
      </p>
      <h1 lang="zh-CN" className="text-2xl font-bold leading-snug">
        {task.title}
      </h1>
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
  const { isDemo, health, status, updatedOn } = task;
  return (
    <>
      <p className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-lg">
        <LightTag health={health} />
        <PercentBar {...health} />
        {health.childCount > 0 && (
          <small className="text-muted">{t("rolledUp", { count: health.childCount })}</small>
        )}
      </p>
      <p className="mt-2 flex flex-wrap items-baseline gap-x-3">
        <span className="text-muted">{t("updated")}</span>
        <LastUpdate updatedOn={updatedOn} status={status} {...when} />
        {isDemo && <DemoTag />}
      </p>
    </>
  );
}
