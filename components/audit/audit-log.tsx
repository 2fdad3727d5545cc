import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { Moment } from "@/components/ui/day";
import { FilterDay, FilterSelect, FilterText, option } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { sentenceKey } from "@/lib/domain/audit/audit-events";
import { auditEventTypes } from "@/lib/domain/audit/event-types";
import type { LogEntry } from "@/lib/domain/audit/log-entries";
import { type LogFilters, logHref } from "@/lib/domain/audit/log-filters";
import { localePath } from "@/messages/locales";
import { Doer, Happening, SentLink } from "./audit-trail";

type Props = {
  entries: LogEntry[];
  /** Whether the reader may open the tasks that the entries name. */
  linksTasks: boolean;
  filters: LogFilters;
  hasOlder: boolean;
};

const columns = ["at", "who", "event", "task", "address"] as const;

/** A page of the whole log, newest first: a line an entry. */
export function AuditLog({ entries, linksTasks, filters, hasOlder }: Props) {
  const t = useTranslations("work.audit");
  if (entries.length === 0) return <p className="py-6">{t("none")}</p>;
  const older = { ...filters, before: entries.at(-1)?.id ?? "" };
  return (
    <>
      <Table
        caption={t("title")}
        columns={columns.map((name) => t(`columns.${name}`))}
        className="line-table audit-table"
      >
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="whitespace-nowrap">
              <Moment at={entry.at} />
            </td>
            <td className="md:min-w-72">
              <Doer entry={entry} />
            </td>
            <td>
              <Happening entry={entry} /> <SentLink entry={entry} />
            </td>
            <td className="whitespace-nowrap">
              {linksTasks && entry.subject.task ? (
                <Anchor href={`/work/${entry.subject.task}`}>{entry.subject.task}</Anchor>
              ) : (
                entry.subject.task
              )}
            </td>
            <td className="whitespace-nowrap">{entry.request.ip}</td>
          </tr>
        ))}
      </Table>
      <nav aria-label={t("title")} className="mt-4 flex gap-3">
        {filters.before && (
          <Anchor href={logHref({ ...filters, before: "" })} className={buttonStyle("plain")}>
            {t("newest")}
          </Anchor>
        )}
        {hasOlder && (
          <Anchor href={logHref(older)} className={buttonStyle("plain")}>
            {t("older")}
          </Anchor>
        )}
      </nav>
    </>
  );
}

/** The log's filter: a plain GET form. */
export function AuditFilter({ filters }: { filters: LogFilters }) {
  const t = useTranslations("work.audit");
  const clear = useTranslations("work.board")("clear");
  const isNarrowed = Object.values(filters).some(Boolean);
  return (
    <search>
      <form
        action={localePath(useLocale(), "/audit")}
        className="no-print mb-3 flex flex-wrap items-end gap-3 border border-line bg-paper p-4 md:*:max-w-48"
      >
        <FilterSelect
          name="type"
          label={t("type")}
          value={filters.type}
          options={[
            option("", t("all")),
            ...auditEventTypes.map((each) => option(each, t(`types.${sentenceKey(each)}`))),
          ]}
        />
        {(["who", "task"] as const).map((name) => (
          <FilterText
            key={name}
            name={name}
            label={t(`filters.${name}`)}
            value={filters[name]}
            max={60}
            lang="zh-CN"
          />
        ))}
        {(["from", "to"] as const).map((name) => (
          <FilterDay key={name} name={name} label={t(`filters.${name}`)} value={filters[name]} />
        ))}
        <Button type="submit">{t("apply")}</Button>
        {isNarrowed && (
          <Anchor href="/audit" className={buttonStyle("plain")}>
            {clear}
          </Anchor>
        )}
      </form>
    </search>
  );
}
