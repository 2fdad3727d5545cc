import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BatchCheck } from "@/components/forms/batch-box";
import { Anchor } from "@/components/ui/anchor";
import { DeadlineLine } from "@/components/ui/deadline";
import { Owner } from "@/components/ui/owner";
import { Table } from "@/components/ui/table";
import type { DeadlineFacts } from "@/lib/domain/calendar/deadlines";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { OwnerBasis } from "@/lib/domain/tasks/tasks";

type Row = {
  code: string;
  title: string;
  planShortTitle: string;
  lead: string | null;
  ownerVerbatim: string | null;
  ownerBasis: OwnerBasis | null;
  cooperating: { id: string; name: string }[];
  deadline: DeadlineFacts;
  cycle: ReportingCycle;
  partCount: number;
  confirm: ReactNode;
};
const columns = ["choose", "code", "task", "lead", "cooperating", "due", "cycle", "act"];

/** 待交办: one row a task with its proposal, its basis, and what can be done with it. */
export function BoardTable({ rows }: { rows: Row[] }) {
  const t = useTranslations("work.board");
  const cycles = useTranslations("cycles");
  return (
    <Table
      caption={t("title")}
      columns={columns.map((column) => t(`columns.${column}`))}
      className="line-table board-table"
    >
      {rows.map(({ code, title, planShortTitle, cooperating, cycle, partCount, ...row }) => (
        <tr key={code}>
          <td>
            <BatchCheck id={code} />
          </td>
          <td className="whitespace-nowrap">{code}</td>
          <td className="md:min-w-52">
            <Anchor href={`/assignments/${code}`} lang="zh-CN" className="max-md:underline">
              {title}
            </Anchor>
            <small className="block text-muted">
              <span lang="zh-CN">{planShortTitle}</span>
              {partCount > 0 && ` · ${t("parts", { count: partCount })}`}
            </small>
          </td>
          <td>
            <Owner owner={row} />
          </td>
          <td lang="zh-CN">
            {cooperating.map(({ name }) => name).join("、") || (
              // On a phone, where no heading stands above it, it would say nothing.
              <span className="max-md:hidden">{t("none")}</span>
            )}
          </td>
          <td>
            <DeadlineLine deadline={row.deadline} />
          </td>
          <td>{cycles(cycle)}</td>
          <td>
            <div className="flex items-center gap-x-3 whitespace-nowrap">
              {row.confirm}
              <Anchor
                href={`/parts/${code}`}
                aria-label={t("distributeOne", { code })}
                className="inline-flex min-h-8 items-center"
              >
                {t("distribute")}
              </Anchor>
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}
