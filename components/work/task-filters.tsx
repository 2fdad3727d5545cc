import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import {
  Field,
  FilterDay,
  FilterSelect,
  inputStyle,
  type Option,
  option,
} from "@/components/ui/field";
import { dueChoices } from "@/lib/domain/tasks/ledger-filters";
import { lights } from "@/lib/domain/tasks/lights";
import { taskStatuses } from "@/lib/domain/tasks/tasks";
import { localePath } from "@/messages/locales";

export type Filters = Record<
  | "q"
  | "plan"
  | "status"
  | "light"
  | "unit"
  | "with"
  | "due"
  | "from"
  | "to"
  | "owed"
  | "chased"
  | "mine"
  | "handled"
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
    {
      name: "status",
      options: [
        option("open", t("work.tasks.open")),
        ...taskStatuses.map((each) => option(each, t(`status.${each}`))),
      ],
    },
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
        <div className="flex flex-wrap items-start gap-2">
          <MoreFilters filters={filters} hasOwn={hasOwn} />
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

const flags = ["owed", "chased"] as const;
const ownFlags = ["mine", "handled"] as const;
const days = ["from", "to"] as const;
const asked = [...flags, ...ownFlags, ...days, "due", "with"] as const;

/** What is asked for less often, folded away while none of it is set. `hasOwn` is for people whose unit leads tasks. */
function MoreFilters({ filters, hasOwn }: { filters: Filters; hasOwn: boolean }) {
  const t = useTranslations("work.tasks");
  const isOpen = asked.some((name) => filters[name]);
  return (
    <details open={isOpen} className="flex-[1_1_16rem]">
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
        <Field id="with" label={t("with")} hint={t("withHint")}>
          {(described) => (
            <input
              {...described}
              type="search"
              name="with"
              defaultValue={filters.with}
              maxLength={100}
              lang="zh-CN"
              className={inputStyle}
            />
          )}
        </Field>
        {days.map((name) => (
          <FilterDay key={name} name={name} label={t(name)} value={filters[name]} />
        ))}
        {(hasOwn ? [...flags, ...ownFlags] : flags).map((name) => (
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

/** What people look for every day, each an address of the ledger. */
const saved = {
  overdue: "due=overdue",
  soon: "due=soon",
  owed: "owed=1",
  to_receive: "status=assigned",
  far_behind: "light=red",
} as const;
const names = Object.keys(saved) as (keyof typeof saved)[];

/** `search` is that of the present page, to mark where one is. */
export function SavedFilters({ search }: { search: string }) {
  const t = useTranslations("work.tasks");
  return (
    <nav aria-label={t("savedFilters")} className="my-3 flex flex-wrap gap-2">
      {names.map((name) => (
        <Anchor
          key={name}
          href={`/work?${saved[name]}`}
          aria-current={search === saved[name] ? "page" : undefined}
          className="inline-flex min-h-8 items-center rounded-full border border-line bg-paper px-3 text-sm no-underline hover:border-brand aria-[current]:border-brand aria-[current]:bg-brand-tint aria-[current]:font-semibold"
        >
          {t(`saved.${name}`)}
        </Anchor>
      ))}
    </nav>
  );
}
