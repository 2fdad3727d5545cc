import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Day } from "@/components/ui/day";
import { groupBy } from "@/lib/domain/group-by";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import { ChangeLine } from "./change-line";

type Props = { heading: string; changes: PublicChange[]; withTasks?: boolean; level?: "h2" | "h3" };

/** Public steps day by day, newest first; of several tasks each with its own. */
export function Timeline({ heading, changes, withTasks = false, level: Heading = "h2" }: Props) {
  const t = useTranslations("changes");
  const days = [...groupBy(changes, ({ day }) => day)];
  return (
    <section className="mt-8 max-w-4xl">
      <Heading className="text-lg font-bold">{heading}</Heading>
      {days.length === 0 && <p className="mt-2 text-muted">{t("none")}</p>}
      <ol className="mt-2 divide-y divide-line border-y border-line">
        {days.map(([day, own]) => (
          <li key={day} className="grid gap-x-4 py-2 sm:grid-cols-[9em_1fr]">
            <span className="text-muted">
              <Day day={day} />
            </span>
            <ul className="space-y-1">
              {own.map((change) => (
                <li key={`${change.at} ${change.code} ${change.type}`}>
                  {withTasks && (
                    <Anchor href={`/tasks/${change.code}`} lang="zh-CN" className="mr-2 underline">
                      {change.title}
                    </Anchor>
                  )}
                  <ChangeLine change={change} demo={!withTasks} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
