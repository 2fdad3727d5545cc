"use client";
import { useTranslations } from "next-intl";
import { Field, inputStyle } from "./field";
import { Phrases } from "./phrases";

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
      <Phrases
        legend={t("review.templates")}
        phrases={templates}
        value={value}
        onChange={onChange}
      />
    </>
  );
}
