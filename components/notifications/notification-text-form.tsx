"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { type SetSaved, VersionedForm } from "@/components/forms/versioned-form";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import {
  fillText,
  type SetNotificationTextInput,
  type TextName,
  textPlaceholders,
  textRefusal,
} from "@/lib/domain/notifications/texts";
import { filledText } from "@/lib/domain/texts";

const languages = ["zh", "en"] as const;
type Language = (typeof languages)[number];

type Props = {
  name: TextName;
  version: number;
  present: Record<Language, string | null>;
  standard: Record<Language, string>;
  examples: Record<Language, Record<string, string>>;
  set: Action<SetNotificationTextInput, { name: string }>;
};

/** The words of one kind of message in both languages, with what they would say. */
export function NotificationTextForm(props: Props) {
  const t = useTranslations("work.notificationTexts");
  return (
    <VersionedForm
      version={props.version}
      saved={t("saved")}
      form={(setSaved) => <FormOfVersion {...props} setSaved={setSaved} />}
    />
  );
}

const words = filledText(1000, "words_required");
const schema = z.strictObject({ zh: words, en: words });
type Words = z.infer<typeof schema>;
type FormProps = Props & { setSaved: SetSaved };

/** Words like the standard ones are the standard ones. */
function FormOfVersion({ name, version, present, standard, examples, set, setSaved }: FormProps) {
  const t = useTranslations("work.notificationTexts");
  const router = useRouter();
  const { form, errorOf, ...state } = useActionForm({
    schema,
    defaultValues: { zh: present.zh ?? standard.zh, en: present.en ?? standard.en },
    action: (input: SetNotificationTextInput, pagePerson) => {
      setSaved(false);
      return set(input, pagePerson);
    },
    inputOf: ({ zh, en }) => ({
      ...{ name, version },
      zh: zh === standard.zh ? null : zh,
      en: en === standard.en ? null : en,
    }),
    onDone: () => {
      setSaved(true);
      router.refresh();
    },
  });
  return (
    <ActionForm {...state} hint={t("hint")} label={t("save")}>
      {languages.map((language) => (
        <WordsField
          key={language}
          {...{ name, language, form }}
          standard={standard[language]}
          examples={examples[language]}
          error={errorOf(language)}
        />
      ))}
    </ActionForm>
  );
}

type FieldProps = {
  name: TextName;
  language: Language;
  form: UseFormReturn<Words>;
  standard: string;
  examples: Record<string, string>;
  error?: string;
};

function WordsField({ name, language, form, standard, examples, error }: FieldProps) {
  const t = useTranslations("work.notificationTexts");
  const say = useRefusalText();
  const input = useRef<HTMLTextAreaElement | null>(null);
  const text = useWatch({ control: form.control, name: language });
  const { ref, ...registered } = form.register(language);
  const refusal = textRefusal(name, text, language);
  const label = t(`words.${language}`);
  const change = (words: string) => form.setValue(language, words, { shouldDirty: true });
  const insert = (placeholder: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = input.current ?? {};
    change(`${text.slice(0, selectionStart)}{${placeholder}}${text.slice(selectionEnd)}`);
    input.current?.focus();
  };
  return (
    <section className="space-y-2">
      <Field id={language} label={label} hint={`${t("standard")}${standard}`} error={error}>
        {(described) => (
          <textarea
            {...described}
            {...registered}
            ref={(element) => {
              ref(element);
              input.current = element;
            }}
            lang={language === "zh" ? "zh-CN" : "en"}
            rows={3}
            className={inputStyle}
          />
        )}
      </Field>
      {textPlaceholders[name].length === 0 ? (
        <p className="text-sm text-muted">{t("none")}</p>
      ) : (
        <fieldset className="min-w-0">
          <legend className="text-sm text-muted">{`${t("insert")} ${label}`}</legend>
          <div className="flex flex-wrap gap-2">
            {textPlaceholders[name].map((each) => (
              <Button key={each} tone="plain" onClick={() => insert(each)}>
                {`{${each}} ${t(`placeholders.${each}`)}`}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
      <div className="border-l-4 border-line pl-3">
        <p className="text-sm text-muted">{`${t("preview")} ${label}`}</p>
        <p className="whitespace-pre-line break-words" lang={language === "zh" ? "zh-CN" : "en"}>
          {refusal ? say(refusal) : fillText(text, examples)}
        </p>
      </div>
      <Button tone="plain" disabled={text === standard} onClick={() => change(standard)}>
        {t("restore")}
        <span className="sr-only"> {label}</span>
      </Button>
      <p className="text-sm text-muted">{t("restoreHint")}</p>
    </section>
  );
}
