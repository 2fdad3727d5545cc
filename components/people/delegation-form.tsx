"use client";
import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useAction } from "@/components/forms/use-action";
import { useFieldErrors } from "@/components/forms/use-field-errors";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { RefusalNotice, useRefusalText } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import { maxDelegationDays } from "@/lib/domain/people/delegations";
import { type DelegationInput, delegationSchema } from "@/lib/domain/people/inputs";
import { DelegationFields, type DelegationPerson } from "./delegation-fields";

type Props = {
  /** The person who grants; null for an admin, who chooses whose right it is. */
  principalId: string | null;
  people: DelegationPerson[];
  today: Day;
  grant: Action<DelegationInput, unknown>;
};

/** 授权代签: to whom, from when to when, and why. */
export function DelegationForm(props: Props) {
  const t = useTranslations("work.account");
  return (
    <section aria-labelledby="grant">
      <h2 id="grant" className="mb-2 text-lg font-bold">
        {t("grantTitle")}
      </h2>
      <p className="mb-3 text-muted">{t("grantHint", { max: maxDelegationDays })}</p>
      <FormWithConfirmation told={t("grantedDone")}>
        {(onDone) => <GrantForm {...props} onDone={onDone} />}
      </FormWithConfirmation>
    </section>
  );
}

const person = z.uuid("person_required");
const schema = delegationSchema
  .omit({ key: true })
  .extend({ principalId: person, deputyId: person });
type DelegationValues = Omit<DelegationInput, "key">;

function GrantForm({ principalId, people, today, grant, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.account");
  const say = useRefusalText();
  const { press, busy, refusal } = useAction(grant, onDone);
  const sheet = useForm<DelegationValues>({
    resolver: zodResolver(schema),
    defaultValues: {
      principalId: principalId ?? "",
      deputyId: "",
      startsOn: today,
      endsOn: addDays(today, 6),
      reason: "",
    },
    shouldFocusError: false,
  });
  const { summary, errorOf } = useFieldErrors(sheet.formState);
  const submit = sheet.handleSubmit(async (input) => {
    const refused = await press(input);
    if (refused?.field)
      sheet.setError(refused.field as keyof DelegationValues, {
        type: "server",
        message: say(refused),
      });
  });
  return (
    <Form onSubmit={submit} className="space-y-3 border border-line bg-paper p-4">
      <ErrorSummary {...summary} />
      {refusal && !refusal.field && <RefusalNotice refusal={refusal} />}
      <DelegationFields {...{ sheet, people, principalId, today, errorOf }} />
      <Button type="submit" disabled={busy}>
        {t("grant")}
      </Button>
    </Form>
  );
}
