import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/forms/plain-form";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { importLimits } from "@/lib/domain/imports/imports";

const accept = ".docx,.pdf,.xlsx,.csv,.html,.htm,.txt";
type Props = {
  pressKey: string;
  locale: string;
  /** The former edition that the page was opened with. */
  editionOf: string | undefined;
  editions: { id: string; title: string }[];
};

/** A file, or a pasted text; either is read by itself, and the page can be left meanwhile. */
export function StartImport({ pressKey, locale, editionOf = "", editions }: Props) {
  const t = useTranslations("work.imports");
  return (
    <PlainForm
      action="/api/imports"
      pressKey={pressKey}
      values={{ locale }}
      encType="multipart/form-data"
      className="max-w-3xl space-y-4 border border-line bg-paper p-4"
    >
      <Field
        id="file"
        label={t("file")}
        hint={t("fileHint", { megabytes: importLimits.bytes / 1024 / 1024 })}
      >
        {(described) => (
          <input {...described} type="file" name="file" accept={accept} className={inputStyle} />
        )}
      </Field>
      <Field id="text" label={t("pasted")} hint={t("pastedHint")}>
        {(described) => (
          <textarea {...described} name="text" rows={6} lang="zh-CN" className={inputStyle} />
        )}
      </Field>
      {editions.length > 0 && (
        <Field id="editionOf" label={t("editionOf")} hint={t("editionHint")}>
          {(described) => (
            <select {...described} name="editionOf" defaultValue={editionOf} className={inputStyle}>
              <option value="">{t("editionNone")}</option>
              {editions.map(({ id, title }) => (
                <option key={id} value={id} lang="zh-CN">
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Button type="submit">{t("start")}</Button>
    </PlainForm>
  );
}
