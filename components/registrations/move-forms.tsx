"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { LongText } from "@/components/forms/form-fields";
import { useActionForm } from "@/components/forms/use-action-form";
import type { Action } from "@/lib/domain/action-result";
import {
  type MovePlanInput,
  type MoveRegistrationInput,
  movePlanSchema,
  type ReturnRegistrationInput,
  returnRegistrationSchema,
} from "@/lib/domain/registrations/inputs";
import { textLimits } from "@/lib/domain/texts";
import { localePath } from "@/messages/locales";

type Seen = { id: string; version: number };
type MoveProps = {
  move: "propose" | "removeDraft" | "confirm" | "publish";
  seen: Seen;
  act: Action<MoveRegistrationInput, unknown>;
  /** Where it leads once it is done; this page anew if nothing is said. */
  to?: string;
};

const hints = {
  propose: "proposeHint",
  removeDraft: "removeHint",
  confirm: "confirmHint",
  publish: "publishHint",
} as const;

/** One button that moves a registration on, and says what it does. */
export function MoveForm({ move, seen, act, to }: MoveProps) {
  const t = useTranslations("work.registration");
  const goOn = useGoOn(to);
  const {
    form: _,
    errorOf: _e,
    ...state
  } = useActionForm<Record<string, never>, MoveRegistrationInput, unknown>({
    schema: z.strictObject({}),
    action: act,
    inputOf: () => seen,
    onDone: goOn,
  });
  return (
    <ActionForm
      {...state}
      hint={t(hints[move])}
      label={t(move)}
      tone={move === "removeDraft" ? "alarm" : undefined}
    >
      {null}
    </ActionForm>
  );
}

type ReturnProps = { seen: Seen; act: Action<ReturnRegistrationInput, unknown> };
const reasonSchema = returnRegistrationSchema.pick({ reason: true });

export function ReturnForm({ seen, act }: ReturnProps) {
  const t = useTranslations("work.registration");
  const goOn = useGoOn();
  const { form, errorOf, ...state } = useActionForm<
    z.infer<typeof reasonSchema>,
    ReturnRegistrationInput,
    unknown
  >({
    schema: reasonSchema,
    defaultValues: { reason: "" },
    action: act,
    inputOf: ({ reason }) => ({ ...seen, reason }),
    onDone: goOn,
  });
  return (
    <ActionForm {...state} hint="" label={t("return")} tone="plain">
      <LongText
        form={form}
        name="reason"
        label={t("returnReason")}
        error={errorOf("reason")}
        max={textLimits.reason}
        rows={2}
      />
    </ActionForm>
  );
}

type PlanProps = {
  move: "end" | "archive";
  plan: { slug: string; version: number };
  act: Action<MovePlanInput, unknown>;
};
const noteSchema = movePlanSchema.pick({ note: true });

/** Ends a plan, or puts it away. */
export function PlanForm({ move, plan: { slug, version }, act }: PlanProps) {
  const t = useTranslations("work.registration");
  const goOn = useGoOn();
  const { form, errorOf, ...state } = useActionForm<
    z.infer<typeof noteSchema>,
    MovePlanInput,
    unknown
  >({
    schema: noteSchema,
    defaultValues: { note: "" },
    action: act,
    inputOf: ({ note }) => ({ slug, version, note }),
    onDone: goOn,
  });
  return (
    <ActionForm {...state} hint={t(`${move}Hint`)} label={t(move)}>
      <LongText
        form={form}
        name="note"
        label={t("note")}
        error={errorOf("note")}
        max={textLimits.reason}
        rows={2}
        isOptional
      />
    </ActionForm>
  );
}

function useGoOn(to?: string) {
  const router = useRouter();
  const locale = useLocale();
  return () => (to === undefined ? router.refresh() : router.push(localePath(locale, to)));
}
