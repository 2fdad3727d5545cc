import { getTranslations } from "next-intl/server";
import { AuditFilter, AuditLog } from "@/components/audit/audit-log";
import { auditLog } from "@/db/queries/audit";
import { requirePermission } from "@/lib/auth/session";
import { readLogFilters } from "@/lib/domain/audit/log-filters";
import type { Query } from "@/lib/domain/inputs";
import { mayHold } from "@/lib/domain/people/permissions";

const pageSize = 50;

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const actor = await requirePermission("audit.view");
  const filters = readLogFilters(await searchParams);
  const entries = await auditLog(actor, { ...filters, limit: pageSize + 1 });
  const t = await getTranslations("work.audit");
  return (
    <>
      <h1 className="mb-3 text-2xl font-bold">{t("title")}</h1>
      <AuditFilter filters={filters} />
      <AuditLog
        linksTasks={mayHold(actor, "task.view")}
        entries={entries.slice(0, pageSize)}
        filters={filters}
        hasOlder={entries.length > pageSize}
      />
    </>
  );
}
