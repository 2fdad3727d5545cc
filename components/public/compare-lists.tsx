import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Day } from "@/lib/domain/calendar/days";
import type { Change, Comparison } from "@/lib/domain/public/comparison";

const lists = ["done", "slipped", "moved", "corrected", "parked", "advanced", "added"] as const;
type List = (typeof lists)[number];

/** What became of tasks between two days: how many of each kind, then which, from what to what. */
export function CompareLists({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("compare");
  if (lists.every((list) => comparison[list].length === 0))
    return <p className="mt-4 text-lg">{t("nothing")}</p>;
  return (
    <>
      <p className="mt-4 flex flex-wrap gap-x-5 text-lg">
        {lists.map((list) => (
          <span key={list}>{t(`counts.${list}`, { count: comparison[list].length })}</span>
        ))}
      </p>
      {lists.map((list) => (
        <Changes key={list} list={list} changes={comparison[list]} />
      ))}
    </>
  );
}

function Changes({ list, changes }: { list: List; changes: Change[] }) {
  const t = useTranslations("compare");
  const say = useChangeText(list);
  if (changes.length === 0) return null;
  return (
    <section className="mt-6 max-w-4xl">
      <h2 className="text-lg font-bold">{t(`titles.${list}`)}</h2>
      <ul className="mt-1 divide-y divide-line">
        {changes.map((change) => (
          <li key={change.code} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <Anchor href={`/tasks/${change.code}`} lang="zh-CN">
              {change.code} {change.title}
            </Anchor>
            <span className="text-muted">{say(change)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useChangeText(list: List) {
  const t = useTranslations();
  const day = useDay();
  const percent = (value: number | null | undefined) => `${value ?? 0}%`;
  const due = (value: Day | null | undefined) => (value ? day(value) : t("compare.noDate"));
  return ({ before, after }: Change): string => {
    const [from, to] = [t(`lights.${before?.light ?? "grey"}`), t(`lights.${after.light}`)];
    if (list === "moved")
      return t("compare.fromTo", { from: due(before?.dueOn), to: due(after.dueOn) });
    const isLowered = list === "corrected" && before?.status === after.status;
    if (list === "advanced" || isLowered)
      return t("compare.fromTo", { from: percent(before?.percent), to: percent(after.percent) });
    return list === "added" ? to : t("compare.fromTo", { from, to });
  };
}
