import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { ReadWarning } from "@/lib/domain/imports/blocks";
import { type ColumnRole, columnRoles } from "@/lib/domain/imports/candidates";
import type { SaidFacts } from "@/lib/domain/imports/said-facts";
import { draftLimits } from "@/lib/domain/registrations/drafts";
import type { Press } from "./shown";

/** What could not be read, each with its place: nothing is left out in silence. */
export function Warnings({ warnings }: { warnings: readonly ReadWarning[] }) {
  const t = useTranslations("work.imports");
  if (warnings.length === 0) return <p className="text-muted">{t("noWarnings")}</p>;
  return (
    <Notice tone="caution" title={t("warnings", { count: warnings.length })}>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {warnings.map(({ code, page, cell, at, words }) => (
          <li key={`${code} ${page} ${cell} ${at} ${words}`}>
            {t(`warning.${code}`)}
            {page !== undefined && t("warningPage", { page })}
            {cell && t("warningCell", { cell })}
            {words && (
              <span lang="zh-CN" className="text-muted">
                {t("warningWords", { words: words.length > 60 ? `${words.slice(0, 60)}…` : words })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const factFields = ["title", "documentNumber", "issuer", "kind"] as const;
const factDays = ["datedOn", "publishedOn"] as const;
type FactsProps = { version: number; facts: SaidFacts; press: Press };

/** What the document says of itself, to be put right. */
export function FactsForm({ version, facts, press }: FactsProps) {
  const t = useTranslations("work.imports");
  return (
    <PlainForm
      action={press.action}
      pressKey={press.key}
      values={{ act: "facts", version, back: press.back }}
      className="space-y-4 border border-line bg-paper p-4"
    >
      <div className="grid items-end gap-4 sm:grid-cols-2">
        {factFields.map((name) => (
          <Field key={name} id={name} label={t(`facts.${name}`)}>
            {(described) => (
              <input
                {...described}
                name={name}
                defaultValue={facts[name]}
                maxLength={draftLimits.line}
                lang="zh-CN"
                className={inputStyle}
              />
            )}
          </Field>
        ))}
        {factDays.map((name) => (
          <Field
            key={name}
            id={name}
            label={t(`facts.${name}`)}
            hint={name === "publishedOn" ? t("publishedHint") : undefined}
          >
            {(described) => (
              <input
                {...described}
                type="date"
                name={name}
                defaultValue={facts[name] ?? ""}
                className={inputStyle}
              />
            )}
          </Field>
        ))}
      </div>
      <Button type="submit">{t("saveFacts")}</Button>
    </PlainForm>
  );
}

export type ShownTable = { table: number; head: string[]; roles: (ColumnRole | null)[] };
type ColumnsProps = { version: number; tables: readonly ShownTable[]; press: Press };

/** What the columns of each table are for: recognised by their heads, put right by hand, remembered for the next. */
export function ColumnsForm({ version, tables, press }: ColumnsProps) {
  const t = useTranslations("work.imports");
  return tables.map(({ table, head, roles }) => (
    <PlainForm
      key={table}
      action={press.action}
      pressKey={press.key}
      values={{ act: "columns", version, table, back: press.back }}
      className="space-y-4 border border-line bg-paper p-4"
    >
      <h3 className="font-bold">{t("table", { number: table + 1 })}</h3>
      <div className="grid gap-4 sm:grid-cols-3">
        {head.map((words, i) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={i}
            id={`role-${table}-${i}`}
            label={words || t("column", { number: i + 1 })}
          >
            {(described) => (
              <select
                {...described}
                name="role"
                defaultValue={roles[i] ?? ""}
                className={inputStyle}
              >
                <option value="">{t("columnNone")}</option>
                {columnRoles.map((role) => (
                  <option key={role} value={role}>
                    {t(`columns.${role}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      <p className="text-muted">{t("columnsHint")}</p>
      <Button type="submit" tone="plain">
        {t("saveColumns")}
      </Button>
    </PlainForm>
  ));
}
