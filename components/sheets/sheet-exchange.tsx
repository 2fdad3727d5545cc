import { useTranslations } from "next-intl";
import { PagePersonField } from "@/components/forms/page-person";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal";
import type { RefusalCode } from "@/lib/domain/refusals";
import {
  neededColumns,
  type SheetKind,
  sheetColumns,
  sheetFormats,
} from "@/lib/domain/sheets/sheets";
import { sheetPath } from "./sheet-paths";

type Props = {
  place: { kind: SheetKind; of: string };
  /** Some take a sheet out only to read it. */
  mayImport: boolean;
  /** One press of the upload, however often it arrives. */
  uploadKey: string;
  locale: string;
  refused: RefusalCode | null;
};

/** 导出 and 导入 of one sheet. Plain links and a plain form: it works without a script. */
export function SheetExchange({
  place: { kind, of },
  mayImport,
  uploadKey,
  locale,
  refused,
}: Props) {
  const t = useTranslations("work.sheets");
  const heading = useTranslations("work.sheets.columns");
  const needed = neededColumns[kind].map((column) => heading(column as "code")).join("、");
  const hasAll = neededColumns[kind].length === sheetColumns[kind].length;
  return (
    <div className="mt-3 max-w-3xl space-y-6">
      {mayImport && <p>{t(`leads.${kind}`)}</p>}
      {refused && (
        <RefusalNotice refusal={{ code: refused, params: { megabytes: 4, found: "kind" } }} />
      )}
      <section className="space-y-3 border border-line bg-paper p-4">
        <h2 className="text-lg font-bold">{t("exportTitle")}</h2>
        <p className="text-muted">{t("exportHint")}</p>
        <p className="flex flex-wrap gap-3">
          {sheetFormats.map((format) => (
            <Anchor
              key={format}
              href={`/sheets/${kind}/export?${new URLSearchParams({ ...(of && { of }), format })}`}
              className={buttonStyle("plain")}
            >
              {t(format === "xlsx" ? "exportXlsx" : "exportCsv")}
            </Anchor>
          ))}
        </p>
      </section>
      {mayImport && (
        <section className="border border-line bg-paper p-4">
          <h2 className="text-lg font-bold">{t("importTitle")}</h2>
          <form
            action="/api/sheets"
            method="post"
            encType="multipart/form-data"
            className="mt-3 space-y-4"
          >
            <p className="text-muted">{t("importHint")}</p>
            <PagePersonField />
            {Object.entries({ key: uploadKey, kind, of, locale }).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Field
              id="file"
              label={t("file")}
              hint={t(hasAll ? "columnsAll" : "columnsHint", { needed })}
            >
              {(described) => (
                <input
                  {...described}
                  type="file"
                  name="file"
                  required
                  accept=".xlsx,.csv"
                  className={inputStyle}
                />
              )}
            </Field>
            <Button type="submit">{t("upload")}</Button>
          </form>
        </section>
      )}
    </div>
  );
}

/** The way to a sheet, from the page of what is in it. */
export function SheetLink({ kind, of = "" }: { kind: SheetKind; of?: string }) {
  const t = useTranslations("work.sheets.go");
  return (
    <Anchor href={sheetPath(kind, of)} className={buttonStyle("plain")}>
      {t(kind)}
    </Anchor>
  );
}
