import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { isIdle, type SheetLine, type SheetPlan } from "@/lib/domain/sheets/plans";
import type { SheetKind } from "@/lib/domain/sheets/sheets";
import { FaultTable } from "./fault-table";

/** How many lines a fold lists. */
const shown = 20;

/** The words of codes in a cell, by its column. */
type Choices = Record<string, Record<string, string>>;
type Props = { kind: SheetKind; plan: SheetPlan; choices: Choices };

/** What a file would do: counts, and the first rows of each in a fold; or what is wrong with it. */
export function SheetPreview({ kind, plan, choices }: Props) {
  const t = useTranslations("work.sheets");
  const { made, changed, removed, unchanged, faults } = plan;
  if (faults.length > 0) return <FaultTable faults={faults} />;
  const counts = { made: made.length, changed: changed.length, removed: removed.length, unchanged };
  if (isIdle(plan))
    return (
      <Notice tone="info" role="status">
        {t("idle")}
      </Notice>
    );
  return (
    <div className="space-y-3">
      <p className="text-lg font-semibold" role="status">
        {t("counts", counts)}
      </p>
      <Fold title={t("made", { count: made.length })} lines={made} choices={choices} />
      <Fold
        title={t("changed", { count: changed.length })}
        lines={changed}
        choices={choices}
        isOpen
      />
      {kind === "drafts" && (
        <Fold
          title={t("removed", { count: removed.length })}
          lines={removed.map((name) => ({ row: 0, name, changes: [] }))}
          choices={choices}
          isOpen
        />
      )}
    </div>
  );
}

type FoldProps = { title: string; lines: readonly SheetLine[]; choices: Choices; isOpen?: boolean };

function Fold({ title, lines, choices, isOpen = false }: FoldProps) {
  const t = useTranslations("work.sheets");
  const heading = useTranslations("work.sheets.columns");
  const wordOf = (column: string, text: string) => choices[column]?.[text] ?? text;
  if (lines.length === 0) return null;
  return (
    <details open={isOpen} className="border border-line bg-paper px-4">
      <summary className="min-h-11 py-2.5 font-semibold">{title}</summary>
      {lines.length > shown && <p className="text-sm text-muted">{t("firstShown", { shown })}</p>}
      <ul className="divide-y divide-line">
        {lines.slice(0, shown).map(({ row, name, changes }) => (
          <li key={`${row} ${name}`} className="py-2">
            {row > 0 && <span className="mr-2 text-sm text-muted">{t("row", { row })}</span>}
            <span lang="zh-CN">{name}</span>
            <ul className="text-sm">
              {changes.map(({ column, before, after }) => (
                <li key={column} className="break-words">
                  {t("change", {
                    column: heading(column as "code"),
                    before: wordOf(column, before) || t("blank"),
                    after: wordOf(column, after) || t("blank"),
                  })}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
