import { useLocale, useTranslations } from "next-intl";
import { lights } from "@/lib/domain/lights";
import { taskStatuses } from "@/lib/domain/tasks";
import { localePath } from "@/messages/locales";
import { Anchor } from "./ui/anchor";
import { Button, buttonStyle } from "./ui/button";
import { Field, inputStyle } from "./ui/field";

type Option = { value: string; label: string };
type Filters = Record<"plan" | "status" | "light" | "unit" | "q", string>;

/** The ledger's filters: a plain GET form, so that the address holds them and no script is needed. */
export function TaskFilters({
  filters,
  plans,
  units,
}: {
  filters: Filters;
  plans: Option[];
  units: Option[];
}) {
  const t = useTranslations();
  const choices: { name: keyof Filters; options: Option[] }[] = [
    { name: "plan", options: plans },
    { name: "status", options: taskStatuses.map((each) => option(each, t(`status.${each}`))) },
    { name: "light", options: lights.map((each) => option(each, t(`lights.${each}`))) },
    { name: "unit", options: units },
  ];
  return (
    <search>
      <form
        action={localePath(useLocale(), "/work")}
        aria-label={t("work.tasks.filters")}
        className="grid grid-cols-2 items-end gap-3 border border-line bg-paper p-4 sm:grid-cols-3 lg:grid-cols-6"
      >
        {choices.map(({ name, options }) => (
          <Field key={name} id={name} label={t(`work.tasks.${name}`)}>
            {(described) => (
              <select
                {...described}
                name={name}
                defaultValue={filters[name]}
                className={inputStyle}
              >
                <option value="">{t("work.tasks.all")}</option>
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
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
        <div className="flex gap-2">
          <Button type="submit">{t("work.tasks.apply")}</Button>
          {Object.values(filters).some(Boolean) && (
            <Anchor href="/work" className={buttonStyle("plain")}>
              {t("work.tasks.clear")}
            </Anchor>
          )}
        </div>
      </form>
    </search>
  );
}

function option(value: string, label: string): Option {
  return { value, label };
}
