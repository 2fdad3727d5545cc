import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { useDay } from "@/components/ui/day";
import type { Day as DayValue } from "@/lib/domain/calendar/days";
import type { Search, SearchField } from "@/lib/domain/public/public-search";
import { conditionsOf, searchPath } from "@/lib/domain/public/search-address";

type Props = {
  tasks: { isTracked: boolean }[];
  search: Search;
  ignored: SearchField[];
  asOf: DayValue;
  isPast: boolean;
};

/** How many were found, of which day, and the same as files; and plainly what of the address was not understood. */
export function FindSummary({ tasks, search, ignored, asOf, isPast }: Props) {
  const t = useTranslations("find");
  const day = useDay()(asOf);
  const count = tasks.filter(({ isTracked }) => isTracked).length;
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
  const said = names.map((name) =>
    name === "asof" || name === "page" ? t(`names.${name}`) : t(name),
  );
  return (
    <p className="w-full border-l-4 border-caution bg-paper p-3">
      {t("ignored", { names: said.join(t("comma")) })}
    </p>
  );
}
