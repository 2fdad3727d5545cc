import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { sentenceKey } from "@/lib/domain/audit/audit-events";
import { auditEventTypes } from "@/lib/domain/audit/event-types";
import type { LogEntry } from "@/lib/domain/audit/log-entries";
import { localePath } from "@/messages/locales";
import { AuditItem } from "./audit-trail";

type Props = {
  entries: LogEntry[];
  /** Whether the reader may open the tasks that the entries name. */
  linksTasks: boolean;
  type?: string;
  isFirst: boolean;
  hasOlder: boolean;
};

/** A page of the whole log, newest first, with what only those who audit see: the request and its address. */
export function AuditLog({ entries, linksTasks, type, isFirst, hasOlder }: Props) {
  const t = useTranslations("work.audit");
  const older = new URLSearchParams({ ...(type && { type }), before: entries.at(-1)?.id ?? "" });
  const newest = type ? `/audit?${new URLSearchParams({ type })}` : "/audit";
  if (entries.length === 0) return <p className="py-6">{t("none")}</p>;
  return (
    <>
      <ol className="my-4 border-l-2 border-line">
        {entries.map((entry) => (
          <AuditItem key={entry.id} entry={entry}>
            {entry.subject.task && (
              <>
                {" · "}
                {linksTasks ? (
                  <Anchor href={`/work/${entry.subject.task}`} className="underline">
                    {entry.subject.task}
                  </Anchor>
                ) : (
                  entry.subject.task
                )}
              </>
            )}
            {entry.request.ip && ` · ${t("ip", { ip: entry.request.ip })}`}
            {entry.request.id && ` · ${t("request", { id: entry.request.id.slice(0, 8) })}`}
          </AuditItem>
        ))}
      </ol>
      <nav aria-label={t("title")} className="flex gap-3">
        {!isFirst && (
          <Anchor href={newest} className={buttonStyle("plain")}>
            {t("newest")}
          </Anchor>
        )}
        {hasOlder && (
          <Anchor href={`/audit?${older}`} className={buttonStyle("plain")}>
            {t("older")}
          </Anchor>
        )}
      </nav>
    </>
  );
}

/** The log's filter: a plain GET form. */
export function AuditFilter({ type }: { type: string }) {
  const t = useTranslations("work.audit");
  return (
    <search>
      <form
        action={localePath(useLocale(), "/audit")}
        className="flex flex-wrap items-end gap-3 border border-line bg-paper p-4"
      >
        <Field id="type" label={t("type")}>
          {(described) => (
            <select {...described} name="type" defaultValue={type} className={inputStyle}>
              <option value="">{t("all")}</option>
              {auditEventTypes.map((each) => (
                <option key={each} value={each}>
                  {t(`types.${sentenceKey(each)}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Button type="submit">{t("apply")}</Button>
      </form>
    </search>
  );
}
