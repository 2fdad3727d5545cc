import { useLocale, useTranslations } from "next-intl";
import { lights } from "@/lib/domain/tasks/lights";
import { taskStatuses } from "@/lib/domain/tasks/tasks";
import { localePath } from "@/messages/locales";
import { FilterSelect, type Option, option } from "./filter-select";
import { MoreFilters } from "./task-filters-more";
import { Anchor } from "./ui/anchor";
import { Button, buttonStyle } from "./ui/button";
import { Field, inputStyle } from "./ui/field";

export type Filters = Record<
  | "q"
  | "plan"
  | "status"
  | "light"
  | "unit"
  | "due"
  | "from"
  | "to"
  | "owed"
  | "chased"
  | "mine"
  | "sort",
  string
>;
type Props = {
  filters: Filters;
  plans: Option[];
  units: Option[];
  orders: readonly string[];
  hasOwn: boolean;
};

/** The ledger's filters: a plain GET form, so that the address holds them and no script is needed. */
export function TaskFilters({ filters, plans, units, orders, hasOwn }: Props) {
  const t = useTranslations();
  const choices: { name: keyof Filters; options: Option[] }[] = [
    { name: "plan", options: plans },
    { name: "status", options: taskStatuses.map((each) => option(each, t(`status.${each}`))) },
    { name: "light", options: lights.map((each) => option(each, t(`lights.${each}`))) },
    { name: "unit", options: units },
  ];
  const isNarrowed = Object.entries(filters).some(([name, value]) => name !== "sort" && value);
  return (
    <search>
      <form
        action={localePath(useLocale(), "/work")}
        aria-label={t("work.tasks.filters")}
        className="space-y-3 border border-line bg-paper p-4"
      >
        <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-6">
          <Field id="q" label={t("work.tasks.q")}>
            {(described) => (
              <input
                {...described}
                type="search"
                name="q"
                defaultValue={filters.q}
                maxLength={100}
                placeholder={t("work.tasks.textHint")}
                className={inputStyle}
              />
            )}
          </Field>
          {choices.map(({ name, options }) => (
            <FilterSelect
              key={name}
              name={name}
              label={t(`work.tasks.${name}`)}
              value={filters[name]}
              options={[option("", t("work.tasks.all")), ...options]}
            />
          ))}
          <FilterSelect
            name="sort"
            label={t("work.tasks.sort")}
            value={filters.sort}
            options={orders.map((each) => option(each, t(`work.tasks.orders.${each}`)))}
          />
        </div>
        <MoreFilters filters={filters} hasOwn={hasOwn} />
        <div className="flex gap-2">
          <Button type="submit">{t("work.tasks.apply")}</Button>
          {isNarrowed && (
            <Anchor href="/work" className={buttonStyle("plain")}>
              {t("work.tasks.clear")}
            </Anchor>
          )}
        </div>
      </form>
    </search>
  );
}
