"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormProvider } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field, inputStyle } from "@/components/ui/field";
import { Notice as Message } from "@/components/ui/notice";
import type { Action } from "@/lib/domain/action-result";
import {
  type AnnounceYearInput,
  type Notice,
  noticeFormSchema,
  type PreviewYearInput,
} from "@/lib/domain/calendar/years";
import { type CalendarEffects, NoticeConfirmation } from "./notice-confirmation";
import { NoticeRows } from "./notice-rows";
import { PastedNotice } from "./pasted-notice";

type Props = {
  year: number;
  version: number;
  notice: Notice;
  preview: Action<PreviewYearInput, CalendarEffects>;
  announce: Action<AnnounceYearInput, unknown>;
};

/** A year's notice: pasted or typed row by row, then looked at with what it changes, then entered. */
export function NoticeForm({ year, version, notice, preview, announce }: Props) {
  const t = useTranslations("work.holidays");
  const [draft, setDraft] = useState(notice);
  const [effects, setEffects] = useState<CalendarEffects | null>(null);
  const [isSaved, setSaved] = useState(false);
  return (
    <>
      <div role="status" className="mb-3">
        {isSaved && <Message tone="done">{t("saved", { year })}</Message>}
      </div>
      {effects ? (
        <NoticeConfirmation
          {...{ year, version, effects, announce }}
          notice={draft}
          onBack={() => setEffects(null)}
          onDone={() => {
            setSaved(true);
            setEffects(null);
          }}
        />
      ) : (
        <RowsForm
          {...{ year, preview }}
          notice={draft}
          onChecked={(values, found) => {
            setSaved(false);
            setDraft(values);
            setEffects(found);
          }}
        />
      )}
    </>
  );
}

type RowsFormProps = Pick<Props, "year" | "notice" | "preview"> & {
  onChecked: (values: Notice, effects: CalendarEffects) => void;
};

function RowsForm({ year, notice, preview, onChecked }: RowsFormProps) {
  const t = useTranslations("work.holidays");
  const { form, errorOf, ...state } = useActionForm({
    schema: noticeFormSchema,
    defaultValues: notice,
    action: preview,
    inputOf: ({ rows }) => ({ year, rows }),
    onDone: (effects) => onChecked(form.getValues(), effects),
  });
  return (
    <FormProvider {...form}>
      <PastedNotice year={year} onRead={(rows) => form.setValue("rows", rows)} />
      <ActionForm {...state} hint={t("formHint", { year })} label={t("look")}>
        <Field id="source" label={t("source")} hint={t("sourceHint")} error={errorOf("source")}>
          {(described) => (
            <input
              {...described}
              {...form.register("source")}
              lang="zh-CN"
              className={inputStyle}
            />
          )}
        </Field>
        <NoticeRows year={year} error={errorOf("rows")} />
      </ActionForm>
    </FormProvider>
  );
}
