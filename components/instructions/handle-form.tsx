"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { ChoiceField, LongText } from "@/components/forms/form-fields";
import { useActionForm } from "@/components/forms/use-action-form";
import { Field, inputStyle } from "@/components/ui/field";
import type { Action } from "@/lib/domain/action-result";
import { codeSchema } from "@/lib/domain/inputs";
import {
  type HandleInstructionInput,
  type InstructionOutcome,
  instructionOutcomes,
} from "@/lib/domain/instructions";
import { filledText, textLimits } from "@/lib/domain/texts";

type Props = {
  instructionId: string;
  /** The task that it is about, which is proposed. */
  code: string | null;
  /** Its words where the unit may read them: proposed as what the unit reads. */
  words: string;
  handle: Action<HandleInstructionInput, { id: string }>;
};

const values = z
  .object({
    outcome: z.enum(instructionOutcomes, "instruction_outcome"),
    code: z.string().trim().toUpperCase(),
    words: filledText(textLimits.message, "instruction_words"),
  })
  .refine(({ outcome, code }) => outcome === "noted" || codeSchema.safeParse(code).success, {
    path: ["code"],
    message: "code",
  });

/** 办理批示: what the office makes of it, once. */
export function HandleForm({ instructionId, code, words, handle }: Props) {
  const t = useTranslations("work.instructions");
  const router = useRouter();
  const { form, errorOf, ...state } = useActionForm({
    schema: values,
    defaultValues: { code: code ?? "", words },
    action: handle,
    inputOf: ({ outcome, code: typed, words: written }) => ({
      ...{ instructionId, outcome, words: written },
      code: outcome === "noted" ? null : typed,
    }),
    onDone: () => router.refresh(),
  });
  const outcome: InstructionOutcome | undefined = form.watch("outcome");
  const choices = instructionOutcomes.map((value) => ({
    value,
    label: t(`outcomeHints.${value}`),
  }));
  return (
    <section aria-labelledby="handle" className="mt-6 max-w-3xl">
      <h2 id="handle" className="mb-2 text-lg font-bold">
        {t("handle")}
      </h2>
      <ActionForm {...state} hint={t("handleHint")} label={t("confirm")}>
        <ChoiceField
          form={form}
          name="outcome"
          legend={t("outcome")}
          choices={choices}
          error={errorOf("outcome")}
        />
        {outcome !== "noted" && (
          <Field id="code" label={t("code")} hint={t("codeHint")} error={errorOf("code")}>
            {(described) => (
              <input
                {...described}
                {...form.register("code")}
                autoComplete="off"
                autoCapitalize="characters"
                className={`${inputStyle} max-w-60`}
              />
            )}
          </Field>
        )}
        <LongText
          form={form}
          name="words"
          label={t("words")}
          hint={t("wordsHint")}
          max={textLimits.message}
          error={errorOf("words")}
        />
      </ActionForm>
    </section>
  );
}
