import { useTranslations } from "next-intl";
import { FilterSelect, option } from "./filter-select";
import type { Filters } from "./task-filters";
import { Field, inputStyle } from "./ui/field";

const dueChoices = ["overdue", "soon"] as const;
const flags = ["owed", "chased"] as const;
const days = ["from", "to"] as const;

/** What is asked for less often, folded away while none of it is set. `hasOwn` is for people whose unit leads tasks. */
export function MoreFilters({ filters, hasOwn }: { filters: Filters; hasOwn: boolean }) {
  const t = useTranslations("work.tasks");
  const isOpen = [...flags, ...days, "due" as const, "mine" as const].some((name) => filters[name]);
  return (
    <details open={isOpen}>
      <summary className="min-h-8">{t("more")}</summary>
      <div className="mt-2 grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-6">
        <FilterSelect
          name="due"
          label={t("dueState")}
          value={filters.due}
          options={[
            option("", t("all")),
            ...dueChoices.map((each) => option(each, t(`dues.${each}`))),
          ]}
        />
        {days.map((name) => (
          <Field key={name} id={name} label={t(name)}>
            {(described) => (
              <input
                {...described}
                type="date"
                name={name}
                defaultValue={filters[name]}
                className={inputStyle}
              />
            )}
          </Field>
        ))}
        {(hasOwn ? [...flags, "mine" as const] : flags).map((name) => (
          <label key={name} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              name={name}
              value="1"
              defaultChecked={filters[name] === "1"}
              className="size-6"
            />
            {t(name)}
          </label>
        ))}
      </div>
    </details>
  );
}
