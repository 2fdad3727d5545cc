import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { auditEventTypes, sentenceKey } from "@/lib/domain/audit/audit-events";
import { localePath } from "@/messages/locales";

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
