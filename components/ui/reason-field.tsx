"use client";
import { useTranslations } from "next-intl";
import { Field, inputStyle } from "./field";

type Props = {
  value: string;
  onChange: (value: string) => void;
  mayReject: boolean;
  /** Common reasons to start from. */
  templates: readonly string[];
  error?: string;
  max: number;
};

/** The reviewer's opinion, with common reasons to start from; a reason is added to what is there. */
export function ReasonField({ value, onChange, mayReject, templates, error, max }: Props) {
  const t = useTranslations("work");
  const add = (reason: string) => onChange(value.trim() ? `${value.trimEnd()}\n${reason}` : reason);
  return (
    <>
      <Field
        id="reason"
        label={t("review.opinion")}
        hint={t("review.opinionHint", { reject: mayReject ? "yes" : "no" })}
        error={error}
      >
        {(described) => (
          <>
            <textarea
              {...described}
              lang="zh-CN"
              rows={4}
              className={inputStyle}
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
            <p className={`text-right text-sm ${value.length > max ? "text-alarm" : "text-muted"}`}>
              {t("form.counter", { count: value.length, max })}
            </p>
          </>
        )}
      </Field>
      <fieldset>
        <legend className="text-sm text-muted">{t("review.templates")}</legend>
        <div className="flex flex-wrap gap-2">
          {templates.map((reason) => (
            <button
              key={reason}
              type="button"
              onClick={() => add(reason)}
              className="min-h-8 rounded border border-line bg-wash px-2 py-1 text-left text-sm text-brand hover:border-brand"
            >
              {reason}
            </button>
          ))}
        </div>
      </fieldset>
    </>
  );
}
