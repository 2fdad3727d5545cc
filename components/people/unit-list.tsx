import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { FilterText } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import type { ListedUnit } from "@/lib/domain/people/departments";
import { localePath } from "@/messages/locales";

/** Where in the tree the list is, and what is searched: as the address says it. */
export type ListAddress = { under: string; q: string; closed: boolean };

export function listPath({ under, q, closed }: Partial<ListAddress>, page = 1): string {
  const query = new URLSearchParams({
    ...(under && { under }),
    ...(q && { q }),
    ...(closed && { closed: "1" }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `/departments?${query}` : "/departments";
}

/** Units, one a row, each with what is below it, what it has to do and who is there. */
export function UnitList({ units, caption }: { units: ListedUnit[]; caption: string }) {
  const t = useTranslations("work.departments");
  const kindOf = useTranslations("units.kinds");
  const columns = (["name", "kind", "children", "tasks", "people"] as const).map((each) =>
    t(`columns.${each}`),
  );
  return (
    <Table caption={caption} columns={columns}>
      {units.map(({ code, name, shortName, parent, kind, isClosed, ...counts }) => (
        <tr key={code}>
          <td className="md:min-w-60">
            <Anchor href={`/departments/${code}`} lang="zh-CN" className="font-semibold">
              {name}
            </Anchor>
            {shortName && (
              <small lang="zh-CN" className="ml-2 text-muted">
                {shortName}
              </small>
            )}
            {isClosed && <small className="ml-2 text-muted">{t("closed")}</small>}
            {parent && (
              <small lang="zh-CN" className="block text-muted">
                {parent}
              </small>
            )}
          </td>
          <td>{kindOf(kind)}</td>
          <Count
            {...{ name, count: counts.children, what: "children" }}
            href={listPath({ under: code })}
          />
          <Count
            {...{ name, count: counts.tasks, what: "tasks" }}
            href={`/departments/${code}#tasks`}
          />
          <Count
            {...{ name, count: counts.people, what: "people" }}
            href={`/departments/${code}#people`}
          />
        </tr>
      ))}
    </Table>
  );
}

type CountProps = {
  name: string;
  count: number;
  what: "children" | "tasks" | "people";
  href: string;
};

/** A number that leads to what it counts. */
function Count({ name, count, what, href }: CountProps) {
  const t = useTranslations("work.departments");
  const label = t("listLink", { name, what: t(`columns.${what}`), count });
  return (
    <td className="whitespace-nowrap">
      {count === 0 ? (
        <span className="text-muted">0</span>
      ) : (
        <Anchor
          href={href}
          data-count={count}
          aria-label={label}
          className="inline-block min-w-6 py-1"
        >
          {count}
        </Anchor>
      )}
    </td>
  );
}

/** Finds units by what they are called, anywhere in the tree: a plain GET form. */
export function UnitSearch({ q, closed }: { q: string; closed: boolean }) {
  const t = useTranslations("work.departments");
  return (
    <SearchForm action="/departments" label={t("search")} q={q}>
      <label className="flex min-h-11 items-center gap-2">
        <input type="checkbox" name="closed" value="1" defaultChecked={closed} className="size-6" />
        {t("closedToo")}
      </label>
      <Button type="submit">{t("find")}</Button>
      {(q || closed) && (
        <Anchor href="/departments" className={buttonStyle("plain")}>
          {t("clear")}
        </Anchor>
      )}
    </SearchForm>
  );
}

type SearchFormProps = { action: string; label: string; q: string; children: ReactNode };

function SearchForm({ action, label, q, children }: SearchFormProps) {
  const t = useTranslations("work.departments");
  return (
    <search>
      <form
        action={localePath(useLocale(), action)}
        aria-label={label}
        className="my-4 flex flex-wrap items-end gap-3 border border-line bg-paper p-4"
      >
        <div className="min-w-0 flex-[1_1_14rem]">
          <FilterText name="q" label={t("q")} value={q} max={100} />
        </div>
        {children}
      </form>
    </search>
  );
}

type ChoiceProps = {
  /** The page that asks for the choice. */
  path: string;
  q: string;
  found: ListedUnit[];
  hint: string;
  children?: ReactNode;
};

/** Finds one unit and chooses it: each choice is an address of the page, which then says what it would do. */
export function UnitChoice({ path, q, found, hint, children }: ChoiceProps) {
  const t = useTranslations("work.departments");
  return (
    <section aria-labelledby="choose">
      <h2 id="choose" className="text-lg font-bold">
        {t("choose.title")}
      </h2>
      <p className="text-muted">{hint}</p>
      <SearchForm action={path} label={t("choose.title")} q={q}>
        <Button type="submit">{t("find")}</Button>
      </SearchForm>
      {q && found.length === 0 && <p>{t("choose.hint")}</p>}
      <ul className="divide-y divide-line">
        {found.map(({ code, name, parent }) => (
          <li key={code} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span lang="zh-CN" className="min-w-0 flex-[1_1_14rem]">
              {name}
              {parent && <small className="ml-2 text-muted">{parent}</small>}
            </span>
            <Anchor href={`${path}?target=${code}`} className={buttonStyle("plain")}>
              {t("choose.this")}
              <span className="sr-only" lang="zh-CN">
                {" "}
                {name}
              </span>
            </Anchor>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
