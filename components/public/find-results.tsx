import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Option } from "@/components/ui/field";
import { Name } from "@/components/ui/name";
import { Pages } from "@/components/ui/pages";
import { PolicyWords } from "@/components/ui/policy-words";
import type { Day, Day as DayValue } from "@/lib/domain/calendar/days";
import type { Search, SearchField } from "@/lib/domain/public/public-search";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { type Condition, conditionsOf, searchPath } from "@/lib/domain/public/search-address";
import { PublicTaskTable } from "./public-task-table";

type Props = {
  tasks: (ListedTask & { staleDays?: number })[];
  search: Search;
  count: number;
  page: number;
  pages: number;
  asOf: Day;
};

/** What was found, a page of it. */
export function FindResults({ tasks, search, count, page, pages, asOf }: Props) {
  const t = useTranslations("find");
  return (
    <div data-total={count}>
      <FoundTasks caption={t("results")} tasks={tasks} asOf={asOf} />
      <Pages page={page} pages={pages} hrefOf={(to) => searchPath({ ...search, page: to })} />
    </div>
  );
}

/** Nothing was found: what comes nearest to its words, said as what it is. */
export function FindNearest({ tasks, search, asOf }: Omit<Props, "count" | "page" | "pages">) {
  const t = useTranslations("find");
  return (
    <section aria-labelledby="nearest" className="mt-6">
      <h2 id="nearest" className="text-lg font-semibold">
        {t("nearest")}
      </h2>
      <p className="mb-3 text-muted">
        <PolicyWords text={t("nearestHint", { q: search.q })} />
      </p>
      <FoundTasks caption={t("nearest")} tasks={tasks} asOf={asOf} />
    </section>
  );
}

/** Principles are not tracked and stand apart. */
function FoundTasks({ caption, tasks, asOf }: Pick<Props, "tasks" | "asOf"> & { caption: string }) {
  const tracked = tasks.filter(({ isTracked }) => isTracked);
  const principles = tasks.filter(({ isTracked }) => !isTracked);
  return (
    <>
      {tracked.length > 0 && <PublicTaskTable caption={caption} tasks={tracked} today={asOf} />}
      {principles.length > 0 && <Principles tasks={principles} />}
    </>
  );
}

function Principles({ tasks }: { tasks: ListedTask[] }) {
  const t = useTranslations("find");
  return (
    <section className="mt-6">
      <h2 className="font-semibold">{t("principles", { count: tasks.length })}</h2>
      <ul className="mt-1 space-y-1">
        {tasks.map(({ code, title, titleEn }) => (
          <li key={code}>
            <Anchor href={`/tasks/${code}`}>
              <Name name={title} english={titleEn} />
            </Anchor>
          </li>
        ))}
      </ul>
    </section>
  );
}

type FindSummaryProps = {
  count: number;
  search: Search;
  ignored: SearchField[];
  asOf: DayValue;
  isPast: boolean;
};

/** How many were found, of which day, and the same as files; and plainly what of the address was not understood. */
export function FindSummary({ count, search, ignored, asOf, isPast }: FindSummaryProps) {
  const t = useTranslations("find");
  const day = useDay()(asOf);
  const all = { ...search, page: 1 };
  return (
    <div className="my-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      {ignored.length > 0 && <Ignored names={ignored} />}
      <h2 className="text-lg font-semibold">
        {t(conditionsOf(search).length > 0 ? "count" : "countAll", { count })}
      </h2>
      {isPast ? (
        <p>
          {t("asOfPast", { day })}{" "}
          <Anchor href={searchPath({ ...all, asof: "" })} className="underline">
            {t("toToday")}
          </Anchor>
        </p>
      ) : (
        <p className="text-muted">{t("asOf", { day })}</p>
      )}
      <p className="flex flex-wrap gap-x-3 sm:ml-auto print:hidden">
        <span className="text-muted">{t("download")}</span>
        <a href={searchPath(all, "/api/v1/tasks.csv")}>{t("csv")}</a>
        <a href={searchPath(all, "/api/v1/tasks")}>{t("json")}</a>
      </p>
    </div>
  );
}

function Ignored({ names }: { names: SearchField[] }) {
  const t = useTranslations("find");
  const words = names.map((name) =>
    name === "asof" || name === "page" ? t(`names.${name}`) : t(name),
  );
  return (
    <p className="w-full border-l-4 border-caution bg-paper p-3">
      {t("ignored", { names: words.join(t("comma")) })}
    </p>
  );
}

type Loosened = Condition & { count: number };

/** Nothing was found: which condition stands in the way, and what would be found without it. */
export function FindNothing({ loosened, ...choices }: { loosened: Loosened[] } & Choices) {
  const t = useTranslations("find");
  const textOf = useConditionText(choices);
  return (
    <div className="border border-line bg-paper p-4">
      <p className="font-semibold">{t("none")}</p>
      <p>{t(loosened.length > 0 ? "loosen" : "loosenAll")}</p>
      <ul className="mt-1">
        {loosened.map((condition) => (
          <li key={`${condition.name} ${condition.value}`} className="min-h-8">
            <Anchor
              href={searchPath(condition.without)}
              data-count={condition.count}
              className="underline"
            >
              {t("removeWhat", { text: textOf(condition) })}
            </Anchor>{" "}
            {t("wouldFind", { count: condition.count })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What narrows the search now; each condition leads to the same search without it. */
export function FindConditions({ search, ...choices }: { search: Search } & Choices) {
  const t = useTranslations("find");
  const textOf = useConditionText(choices);
  const conditions = conditionsOf(search);
  const [first] = conditions;
  if (!first) return null;
  const none = { ...first.without, q: "", plan: "", unit: "", city: "", due: "" } as const;
  return (
    <section aria-label={t("conditions")} className="mt-4 flex flex-wrap items-center gap-2">
      <ul className="contents">
        {conditions.map((condition) => {
          const text = textOf(condition);
          return (
            <li
              key={`${condition.name} ${condition.value}`}
              className="inline-flex min-h-11 items-center gap-3 rounded border border-line bg-paper px-3 py-1"
            >
              <span>
                <PolicyWords text={text} />
              </span>
              <Anchor href={searchPath(condition.without)} className="print:hidden">
                <span aria-hidden="true">{t("remove")}</span>
                <span className="sr-only">
                  <PolicyWords text={t("removeWhat", { text })} />
                </span>
              </Anchor>
            </li>
          );
        })}
      </ul>
      {conditions.length > 1 && (
        <Anchor
          href={searchPath({ ...none, light: [], from: "", to: "" })}
          className="print:hidden"
        >
          {t("clear")}
        </Anchor>
      )}
    </section>
  );
}

/** What may be chosen, each with its name. */
export type Choices = { plans: Option[]; units: Option[]; cities: Option[] };

/** A condition of the search in words, with the names of what it chooses. */
function useConditionText({ plans, units, cities }: Choices) {
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
