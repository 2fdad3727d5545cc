import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { AuditFilter, AuditLog } from "@/components/audit/audit-log";
import { auditLog } from "@/db/queries/audit";
import { requirePermission } from "@/lib/auth/session";
import { auditEventTypes } from "@/lib/domain/audit/event-types";
import type { Query } from "@/lib/domain/inputs";
import { mayHold } from "@/lib/domain/people/permissions";

const pageSize = 50;
const query = z.object({
  type: z.enum(auditEventTypes).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const actor = await requirePermission("audit.view");
  const { type, before } = query.parse(await searchParams);
  const entries = await auditLog(actor, { type, before, limit: pageSize + 1 });
  const t = await getTranslations("work.audit");
  return (
    <>
      <h1 className="mb-3 text-2xl font-bold">{t("title")}</h1>
      <AuditFilter type={type ?? ""} />
      <AuditLog
        linksTasks={mayHold(actor, "task.view")}
        entries={entries.slice(0, pageSize)}
        type={type}
        isFirst={before === undefined}
        hasOlder={entries.length > pageSize}
      />
    </>
  );
}
