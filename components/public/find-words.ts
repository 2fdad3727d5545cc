import { useTranslations } from "next-intl";
import { useDay } from "@/components/ui/day";
import type { Option } from "@/components/ui/filter-select";
import type { Search } from "@/lib/domain/public/public-search";
import type { Condition } from "@/lib/domain/public/search-address";

/** What may be chosen, each with its name. */
export type Choices = { plans: Option[]; units: Option[]; cities: Option[] };

/** A condition of the search in words, with the names of what it chooses. */
export function useConditionText({ plans, units, cities }: Choices) {
  const t = useTranslations();
  const day = useDay();
  const labelOf = (options: Option[], value: string) =>
    options.find((each) => each.value === value)?.label ?? value;
  const say: Record<Condition["name"], (value: string) => string> = {
    q: (value) => value,
    plan: (value) => labelOf(plans, value),
    unit: (value) => labelOf(units, value),
    city: (value) => labelOf(cities, value),
    light: (value) => t(`lights.${value as Search["light"][number]}`),
    due: (value) => t(`find.dues.${value as Exclude<Search["due"], "">}`),
    from: day,
    to: day,
  };
  return ({ name, value }: Pick<Condition, "name" | "value">) =>
    t("find.condition", { name: t(`find.${name}`), value: say[name](value) });
}
