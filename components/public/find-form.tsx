import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { FilterDay, FilterSelect, FilterText, type Option, option } from "@/components/ui/field";
import { LightShape } from "@/components/ui/light-tag";
import { dueChoices, type Search, searchOrders } from "@/lib/domain/public/public-search";
import { lights } from "@/lib/domain/tasks/lights";
import { localePath } from "@/messages/locales";
import type { Choices } from "./find-results";

type Props = Choices & {
  search: Search;
  /** More plans can be asked for than stand here to be chosen. */
  isCut: boolean;
};

/** The search of the public site: a plain GET form, so that the address holds what was asked and no script is needed. */
export function FindForm({ search, isCut, plans, units, cities }: Props) {
  const t = useTranslations("find");
  const isNarrowed = Boolean(
    search.unit || search.city || search.light.length || search.due || search.from || search.to,
  );
  return (
    <search>
      <form
        action={localePath(useLocale(), "/tasks")}
        aria-label={t("form")}
        className="space-y-3 border border-line bg-paper p-4"
      >
        {search.asof && <input type="hidden" name="asof" value={search.asof} />}
        <div className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]">
          <FilterText name="q" label={t("q")} hint={t("qHint")} value={search.q} max={100} />
          <Choice name="plan" search={search} options={plans} />
          <FilterSelect
            name="order"
            label={t("order")}
            value={search.order}
            options={searchOrders.map((each) => option(each, t(`orders.${each}`)))}
          />
          <Button type="submit">{t("apply")}</Button>
        </div>
        {isCut && (
          <Anchor href="/plans" className="inline-flex min-h-6 items-center text-sm">
            {t("otherPlans")}
          </Anchor>
        )}
        <details open={isNarrowed}>
          <summary className="min-h-11 content-center">{t("more")}</summary>
          <div className="mt-2 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-5">
            <Choice name="unit" search={search} options={units} />
            <Choice name="city" search={search} options={cities} />
            <Choice
              name="due"
              search={search}
              options={dueChoices.map((each) => option(each, t(`dues.${each}`)))}
            />
            <FilterDay name="from" label={t("from")} value={search.from} />
            <FilterDay name="to" label={t("to")} value={search.to} />
          </div>
          <LightBoxes chosen={search.light} />
        </details>
      </form>
    </search>
  );
}

export function Choice({
  name,
  search,
  options,
}: {
  name: "plan" | "unit" | "city" | "due";
  search: Search;
  options: Option[];
}) {
  const t = useTranslations("find");
  return (
    <FilterSelect
      name={name}
      label={t(name)}
      value={search[name]}
      options={[option("", t("all")), ...options]}
    />
  );
}

function LightBoxes({ chosen }: { chosen: Search["light"] }) {
  const t = useTranslations();
  return (
    <fieldset className="mt-3">
      <legend className="font-semibold">{t("find.light")}</legend>
      <div className="flex flex-wrap gap-x-5">
        {lights.map((light) => (
          <label key={light} className="inline-flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name="light"
              value={light}
              defaultChecked={chosen.includes(light)}
              className="size-6"
            />
            <LightShape light={light} />
            {t(`lights.${light}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
