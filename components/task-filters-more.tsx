import { useTranslations } from "next-intl";
import { FilterSelect, option } from "./filter-select";
import type { Filters } from "./task-filters";
import { Field, inputStyle } from "./ui/field";

const dueChoices = ["overdue", "soon"] as const;
const flags = ["owed", "chased", "mine"] as const;
const days = ["from", "to"] as const;

/** The filters of fewer days, folded away while none of them is set. */
export function MoreFilters({ filters }: { filters: Filters }) {
  const t = useTranslations("work.tasks");
  const isOpen = [...flags, ...days, "due" as const].some((name) => filters[name]);
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
        {flags.map((name) => (
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
