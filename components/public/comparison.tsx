import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { useDay } from "@/components/ui/day";
import { Field, FilterSelect, inputStyle, option } from "@/components/ui/field";
import type { Day } from "@/lib/domain/calendar/days";
import {
  type Change,
  type ComparedList,
  type Comparison,
  comparedLists,
  comparisonPath,
} from "@/lib/domain/public/comparison";
import { localePath } from "@/messages/locales";

type Props = {
  chosen: { from: Day; to: Day; plan: string | null };
  today: Day;
  plans: { slug: string; shortTitle: string }[];
  presets: readonly { key: "month" | "quarter" | "start"; from: Day }[];
};

/** Two days to compare, of all plans or of one, by a plain form or at a click. */
export function CompareForm({ chosen, today, plans, presets }: Props) {
  const t = useTranslations("compare");
  const locale = useLocale();
  return (
    <>
      <form
        action={localePath(locale, "/compare")}
        className="no-print mt-3 grid items-end gap-3 sm:grid-cols-[auto_auto_1fr_auto] lg:max-w-4xl"
      >
        {(["from", "to"] as const).map((name) => (
          <Field key={name} id={name} label={t(name)}>
            {(described) => (
              <input
                {...described}
                type="date"
                name={name}
                defaultValue={chosen[name]}
                max={today}
                className={inputStyle}
              />
            )}
          </Field>
        ))}
        <FilterSelect
          name="plan"
          label={t("plan")}
          value={chosen.plan ?? ""}
          options={[
            option("", t("allPlans")),
            ...plans.map(({ slug, shortTitle }) => option(slug, shortTitle, "zh-CN")),
          ]}
        />
        <Button type="submit">{t("compare")}</Button>
      </form>
      <p className="no-print mt-2 flex flex-wrap gap-x-4 text-sm">
        {presets.map((preset) => (
          <Anchor
            key={preset.key}
            href={comparisonPath({ ...chosen, from: preset.from, to: today })}
            className="inline-flex min-h-6 items-center"
          >
            {t(`presets.${preset.key}`)}
          </Anchor>
        ))}
      </p>
    </>
  );
}

/** What became of tasks between two days: how many of each kind, then which, from what to what. */
export function CompareLists({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("compare");
  if (comparedLists.every((list) => comparison[list].count === 0))
    return <p className="mt-4 text-lg">{t("nothing")}</p>;
  return (
    <>
      <p className="mt-4 flex flex-wrap gap-x-5 text-lg">
        {comparedLists.map((list) => (
          <span key={list}>{t(`counts.${list}`, { count: comparison[list].count })}</span>
        ))}
      </p>
      {comparedLists.map((list) => (
        <Changes key={list} list={list} {...comparison[list]} />
      ))}
    </>
  );
}

type ChangesProps = { list: ComparedList; count: number; changes: Change[] };

function Changes({ list, count, changes }: ChangesProps) {
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
      {count > changes.length && (
        <p className="mt-1 text-muted">{t("more", { count: count - changes.length })}</p>
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
