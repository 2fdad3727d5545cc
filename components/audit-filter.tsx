import { useLocale, useTranslations } from "next-intl";
import type { AuditEventType } from "@/lib/domain/audit-events";
import { localePath } from "@/messages/locales";
import { Button } from "./ui/button";
import { Field, inputStyle } from "./ui/field";

const types: AuditEventType[] = [
  "task.registered",
  "task.assigned",
  "task.received",
  "task.completed",
  "submission.drafted",
  "submission.submitted",
  "submission.withdrawn",
  "submission.approved",
  "submission.returned",
  "submission.rejected",
  "report.published",
  "session.started",
  "session.ended",
  "session.refused",
];

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
              {types.map((each) => (
                <option key={each} value={each}>
                  {t(`types.${each.replace(".", "_")}`)}
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
