"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { z } from "zod";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form, WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { addDays, type Day } from "@/lib/domain/calendar/days";
import {
  type DelegationPerson,
  deputyRolesOf,
  maxDelegationDays,
  principalRoles,
} from "@/lib/domain/people/delegations";
import {
  type DelegationInput,
  delegationSchema,
  type EndDelegationInput,
} from "@/lib/domain/people/inputs";
import type { Role } from "@/lib/domain/people/roles";

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
      <FormWithConfirmation message={t("grantedDone")}>
        {(onDone) => <GrantForm {...props} onDone={onDone} />}
      </FormWithConfirmation>
    </section>
  );
}

const person = z.uuid("person_required");
const schema = delegationSchema
  .omit({ key: true })
  .extend({ principalId: person, deputyId: person });

function GrantForm({ principalId, people, today, grant, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.account");
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema,
    defaultValues: {
      principalId: principalId ?? "",
      deputyId: "",
      startsOn: today,
      endsOn: addDays(today, 6),
      reason: "",
    },
    action: grant,
    inputOf: (values) => values,
    onDone,
  });
  return (
    <Form onSubmit={onSubmit} className="space-y-3 border border-line bg-paper p-4">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <DelegationFields {...{ form, people, principalId, today, errorOf }} />
      <Button type="submit" disabled={busy}>
        {t("grant")}
      </Button>
    </Form>
  );
}

type Values = Omit<DelegationInput, "key">;
type DelegationFieldsProps = {
  form: UseFormReturn<Values>;
  people: DelegationPerson[];
  principalId: string | null;
  today: Day;
  errorOf: (field: keyof Values) => string | undefined;
};

/** The deputy is chosen from the principal's unit. Two people of one name are told apart by unit and user name. */
function DelegationFields({ form, people, principalId, today, errorOf }: DelegationFieldsProps) {
  const t = useTranslations("work.account");
  const { register, control } = form;
  const chosenId = useWatch({ control, name: "principalId" });
  const principal = people.find(({ id }) => id === chosenId);
  const deputies = people.filter(
    ({ id, departmentId, role }) =>
      id !== chosenId &&
      departmentId === principal?.departmentId &&
      deputyRolesOf(principal.role).includes(role),
  );
  const principals = people.filter(({ role }) =>
    (principalRoles as readonly Role[]).includes(role),
  );
  return (
    <>
      {principalId === null && (
        <PersonField
          name="principalId"
          {...{ register, errorOf }}
          people={principals}
          hint={t("principalHint")}
        />
      )}
      <PersonField
        name="deputyId"
        {...{ register, errorOf }}
        people={deputies}
        hint={principal && deputies.length === 0 ? t("noDeputies") : t("deputyHint")}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        {(["startsOn", "endsOn"] as const).map((name) => (
          <Field key={name} id={name} label={t(name)} error={errorOf(name)}>
            {(described) => (
              <input
                {...described}
                {...register(name)}
                type="date"
                min={today}
                className={inputStyle}
              />
            )}
          </Field>
        ))}
      </div>
      <Field id="reason" label={t("reason")} hint={t("reasonHint")} error={errorOf("reason")}>
        {(described) => (
          <textarea {...described} {...register("reason")} rows={2} className={inputStyle} />
        )}
      </Field>
    </>
  );
}

type PersonFieldProps = Pick<DelegationFieldsProps, "people" | "errorOf"> & {
  name: "principalId" | "deputyId";
  hint: string;
  register: DelegationFieldsProps["form"]["register"];
};

function PersonField({ name, people, hint, register, errorOf }: PersonFieldProps) {
  const t = useTranslations();
  return (
    <Field id={name} label={t(`work.account.${name}`)} hint={hint} error={errorOf(name)}>
      {(described) => (
        <select {...described} {...register(name)} lang="zh-CN" className={inputStyle}>
          <option value="">{t("work.account.choose")}</option>
          {people.map(({ id, unit, name, role, username }) => (
            <option key={id} value={id}>
              {t("work.account.person", { unit, name, role: t(`roles.${role}`), username })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type DelegationEndProps = { id: string; deputy: string; end: Action<EndDelegationInput, unknown> };

export function DelegationEnd({ id, deputy, end }: DelegationEndProps) {
  const t = useTranslations("work.account");
  const router = useRouter();
  const { run, busy, refusal } = useAction(end, () => router.refresh());
  return (
    <WhenReady>
      <Button tone="alarm" disabled={busy} onClick={() => run({ delegationId: id })}>
        {t("end")}
        <span className="sr-only"> {deputy}</span>
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
