import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import type { HistoryEntry } from "@/lib/domain/audit/audit-events";
import { AuditItem } from "./audit-trail";

const path = "/account/sign-ins";

/** A page of one's own sign-ins, newest first, each with the address that it came from. */
export function OwnSignIns({
  entries,
  isFirst,
  hasOlder,
}: {
  entries: HistoryEntry[];
  isFirst: boolean;
  hasOlder: boolean;
}) {
  const t = useTranslations("work");
  if (entries.length === 0) return <p className="py-6">{t("signIns.none")}</p>;
  return (
    <>
      <ol className="my-4 border-l-2 border-line">
        {entries.map((entry) => (
          <AuditItem key={entry.id} entry={entry}>
            {entry.request.ip && t("audit.ip", { ip: entry.request.ip })}
          </AuditItem>
        ))}
      </ol>
      <nav aria-label={t("signIns.title")} className="flex gap-3">
        {!isFirst && (
          <Anchor href={path} className={buttonStyle("plain")}>
            {t("audit.newest")}
          </Anchor>
        )}
        {hasOlder && (
          <Anchor
            href={`${path}?${new URLSearchParams({ before: entries.at(-1)?.id ?? "" })}`}
            className={buttonStyle("plain")}
          >
            {t("audit.older")}
          </Anchor>
        )}
      </nav>
    </>
  );
}
