"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { RoleField, TextField } from "@/components/people/account-fields";
import { type FindUnits, UnitField } from "@/components/people/unit-field";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Form } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import {
  type HandOver,
  type Held,
  handOverKinds,
  handOverSchema,
  kindsLost,
  type LeaveInput,
  type Successor,
  type TransferInput,
} from "@/lib/domain/assignments/hand-over";
import { newPostFields } from "@/lib/domain/people/account-inputs";
import type { ManagedPerson } from "@/lib/domain/people/directory";
import { localePath } from "@/messages/locales";
import { HandOverFields, proposedHandOver } from "./hand-over-fields";

type Props = { person: ManagedPerson; held: Held; people: Successor[] };

/** Back to the person's page, where the change is to be seen. */
function useBackTo(personId: string) {
  const router = useRouter();
  const locale = useLocale();
  return () => router.push(localePath(locale, `/people/${personId}`));
}

const handOverOf = (values: HandOver): HandOver =>
  Object.fromEntries(handOverKinds.map((kind) => [kind, values[kind]])) as HandOver;

const transferValues = handOverSchema.extend(newPostFields);

type TransferProps = Props & {
  transfer: Action<TransferInput, unknown>;
  findUnits: FindUnits;
};

/** 调动: where to, and what of the old post goes to whom. What stays with the person is not asked. */
export function TransferForm({ person, held, people, transfer, findUnits }: TransferProps) {
  const t = useTranslations("work.people");
  const { id: userId, version, departmentId, role, post, unit } = person;
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema: transferValues,
    defaultValues: { unitId: departmentId, role, post, ...proposedHandOver(person, people) },
    action: transfer,
    inputOf: (values) => ({
      userId,
      version,
      unitId: values.unitId,
      role: values.role,
      post: values.post,
      handOver: handOverOf(values),
    }),
    onDone: useBackTo(userId),
  });
  const { control, register } = form;
  const chosen = useWatch({ control, name: ["unitId", "role"] });
  const lost = kindsLost(person, { departmentId: chosen[0], role: chosen[1] });
  const choose = (unitId: string) =>
    form.setValue("unitId", unitId, { shouldValidate: form.formState.isSubmitted });
  return (
    <Form onSubmit={onSubmit} className="space-y-4 border border-line bg-paper p-4">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <UnitField
        id="unitId"
        label={t("newUnit")}
        error={errorOf("unitId")}
        chosen={{ id: departmentId, name: unit }}
        onChoose={choose}
        find={findUnits}
      />
      <RoleField input={form.register("role")} error={errorOf("role")} />
      <TextField name="post" input={form.register("post")} error={errorOf("post")} />
      <HandOverFields leaver={person} kinds={lost} {...{ held, people, register, errorOf }} />
      <Button type="submit" disabled={busy}>
        {t("transferNow")}
      </Button>
    </Form>
  );
}

type LeaveProps = Props & { leave: Action<LeaveInput, unknown> };

/** 离任: everything that hangs on the person, and to whom it goes. */
export function LeaveForm({ person, held, people, leave }: LeaveProps) {
  const t = useTranslations("work.people");
  const { id: userId, version } = person;
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema: handOverSchema,
    defaultValues: proposedHandOver(person, people),
    action: leave,
    inputOf: (values) => ({ userId, version, handOver: values }),
    onDone: useBackTo(userId),
  });
  return (
    <Form onSubmit={onSubmit} className="space-y-4 border border-line bg-paper p-4">
      <ErrorSummary {...summary} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <HandOverFields
        leaver={person}
        kinds={handOverKinds}
        {...{ held, people, errorOf }}
        register={form.register}
      />
      <p className="text-muted">{t("leaveHint")}</p>
      <Button type="submit" tone="alarm" disabled={busy}>
        {t("leaveNow")}
      </Button>
    </Form>
  );
}
