import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { FilterDay, FilterSelect, named, option } from "@/components/ui/field";
import type { Day } from "@/lib/domain/calendar/days";
import { comparisonPath } from "@/lib/domain/public/comparison";
import { localePath } from "@/messages/locales";

type Props = {
  chosen: { from: Day; to: Day; plan: string | null };
  today: Day;
  plans: { slug: string; shortTitle: string; titleEn: string | null }[];
  /** There are more plans than can be chosen here. */
  isCut: boolean;
  presets: readonly { key: "month" | "quarter" | "start"; from: Day }[];
};

/** Two days to compare, of all plans or of one, by a plain form or at a click. */
export function CompareForm({ chosen, today, plans, isCut, presets }: Props) {
  const t = useTranslations("compare");
  const locale = useLocale();
  return (
    <>
      <search>
        <form
          action={localePath(locale, "/compare")}
          className="mt-3 grid items-end gap-3 sm:grid-cols-[auto_auto_1fr_auto] lg:max-w-4xl"
        >
          {(["from", "to"] as const).map((name) => (
            <FilterDay key={name} name={name} label={t(name)} value={chosen[name]} max={today} />
          ))}
          <FilterSelect
            name="plan"
            label={t("plan")}
            value={chosen.plan ?? ""}
            options={[
              option("", t("allPlans")),
              ...plans.map(({ slug, shortTitle, titleEn }) =>
                named(slug, locale, shortTitle, titleEn),
              ),
            ]}
          />
          <Button type="submit">{t("compare")}</Button>
        </form>
      </search>
      <p className="no-print mt-2 flex flex-wrap gap-x-4 text-sm">
        {isCut && (
          <Anchor href="/plans" className="inline-flex min-h-6 items-center">
            {t("otherPlans")}
          </Anchor>
        )}
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
