import { useTranslations } from "next-intl";
import { AuditItem, type HistoryEntry } from "./audit-item";

/** A task's history (操作留痕): who, when, what, before and after. */
export function AuditTrail({ history }: { history: HistoryEntry[] }) {
  const t = useTranslations("history");
  return (
    <section aria-labelledby="history" className="mt-6">
      <h2 id="history" className="text-lg font-bold">
        {t("title")}
      </h2>
      <ol className="mt-2 border-l-2 border-line">
        {history.map((entry) => (
          <AuditItem key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  );
}
