import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import { Name } from "@/components/ui/name";
import type { Day } from "@/lib/domain/calendar/days";
import {
  type Change,
  type ComparedList,
  type Comparison,
  comparedLists,
  comparisonPath,
} from "@/lib/domain/public/comparison";

type Chosen = { from: Day; to: Day; plan: string | null };
type Props = { chosen: Chosen; comparison: Comparison; list: ComparedList | null };

/** How many tasks became what between two days, each leading to its list. */
export function CompareCounts({ chosen, comparison, list }: Props) {
  const t = useTranslations("compare");
  if (comparedLists.every((each) => comparison[each].count === 0))
    return <p className="mt-4 text-lg">{t("nothing")}</p>;
  return (
    <p className="mt-4 flex flex-wrap gap-x-5 text-lg">
      {comparedLists.map((each) => {
        const { count } = comparison[each];
        const text = t(`counts.${each}`, { count });
        if (count === 0 || each === list) return <span key={each}>{text}</span>;
        return (
          <Anchor
            key={each}
            href={comparisonPath({ ...chosen, list: each })}
            data-count={count}
            className="inline-flex min-h-6 items-center"
          >
            {text}
          </Anchor>
        );
      })}
      {list && (
        <Anchor href={comparisonPath(chosen)} className="inline-flex min-h-6 items-center">
          {t("allLists")}
        </Anchor>
      )}
    </p>
  );
}

type Plan = { slug: string; shortTitle: string; titleEn: string | null; tasks: number };

/** In how many tasks of which plan anything changed. */
export function ChangedPlans({ chosen, plans }: { chosen: Chosen; plans: Plan[] }) {
  const t = useTranslations("compare");
  return (
    <section className="mt-6 max-w-4xl">
      <h2 className="text-lg font-bold">{t("byPlan")}</h2>
      <ul className="mt-1 grid gap-x-8 sm:grid-cols-2">
        {plans.map(({ slug, shortTitle, titleEn, tasks }) => (
          <li key={slug} className="flex flex-wrap justify-between gap-x-4 py-1">
            <Anchor href={comparisonPath({ ...chosen, plan: slug })}>
              <Name name={shortTitle} english={titleEn} />
            </Anchor>
            <span className="text-muted">{t("changed", { count: tasks })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which tasks, from what to what: the first of every list, or a page of one. */
export function CompareLists({ chosen, comparison, list }: Props) {
  const shown = list ? [list] : comparedLists;
  return shown.map((each) => (
    <Changes
      key={each}
      list={each}
      changes={comparison[each].changes}
      more={
        list === null && comparison[each].count > comparison[each].changes.length
          ? { href: comparisonPath({ ...chosen, list: each }), count: comparison[each].count }
          : null
      }
    />
  ));
}

type ChangesProps = {
  list: ComparedList;
  changes: Change[];
  more: { href: string; count: number } | null;
};

function Changes({ list, changes, more }: ChangesProps) {
  const t = useTranslations("compare");
  const say = useChangeText(list);
  if (changes.length === 0) return null;
  return (
    <section className="mt-6 max-w-4xl">
      <h2 className="text-lg font-bold">{t(`titles.${list}`)}</h2>
      <ul className="mt-1 divide-y divide-line">
        {changes.map((change) => (
          <li key={change.code} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <Anchor href={`/tasks/${change.code}`}>
              {change.code} <Name name={change.title} english={change.titleEn} />
            </Anchor>
            <span className="text-muted">{say(change)}</span>
          </li>
        ))}
      </ul>
      {more && (
        <p className="mt-1">
          <Anchor href={more.href} data-count={more.count} className="underline">
            {t("more", { count: more.count })}
          </Anchor>
        </p>
      )}
    </section>
  );
}

function useChangeText(list: ComparedList) {
  const t = useTranslations();
  const day = useDay();
  const percent = (value: number | null | undefined) => `${value ?? 0}%`;
  const due = (value: Day | null | undefined) => (value ? day(value) : t("compare.noDate"));
  return ({ before, after }: Change): string => {
    const [from, to] = [t(`lights.${before?.light ?? "grey"}`), t(`lights.${after.light}`)];
    if (list === "moved")
      return t("compare.fromTo", { from: due(before?.dueOn), to: due(after.dueOn) });
    const isLowered = list === "corrected" && before?.light !== "blue";
    if (list === "advanced" || isLowered)
      return t("compare.fromTo", { from: percent(before?.percent), to: percent(after.percent) });
    return list === "added" ? to : t("compare.fromTo", { from, to });
  };
}
