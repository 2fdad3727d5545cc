"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, inputStyle } from "@/components/ui/field";
import { Form, WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import {
  type DisableAccountInput,
  disableAccountSchema,
  type EnableAccountInput,
} from "@/lib/domain/people/account-inputs";
import type { ManagedPerson } from "@/lib/domain/people/directory";
import { isAdminRole } from "@/lib/domain/people/roles";

type Props = {
  person: ManagedPerson;
  /** Nobody changes their own post, or disables their own account. */
  isOwn: boolean;
  disable: Action<DisableAccountInput, unknown>;
  enable: Action<EnableAccountInput, unknown>;
};

/** 调动, 离任, 停用 and 启用. */
export function AccountActs({ person, isOwn, disable, enable }: Props) {
  const t = useTranslations("work.people");
  const { id, state } = person;
  if (isOwn) return <p className="text-muted">{t("own")}</p>;
  const isOut = state === "disabled" || state === "left";
  return (
    <section aria-labelledby="account-acts" className="space-y-3">
      <h2 id="account-acts" className="text-lg font-bold">
        {t("acts")}
      </h2>
      <p className="flex flex-wrap gap-3">
        {!isOut && (
          <Anchor href={`/people/${id}/transfer`} className={buttonStyle("plain")}>
            {t("transfer")}
          </Anchor>
        )}
        {state !== "left" && (
          <Anchor href={`/people/${id}/leave`} className={buttonStyle("plain")}>
            {t("leave")}
          </Anchor>
        )}
        {!isOut && !isAdminRole(person) && (
          <Anchor
            href={`/start-links/${encodeURIComponent(person.username)}`}
            className={buttonStyle("plain")}
          >
            {t("startLink")}
          </Anchor>
        )}
      </p>
      {!isOut && isAdminRole(person) && (
        <p className="text-sm text-muted">{t("startLinkOfAdmin")}</p>
      )}
      {isOut ? (
        <Enable person={person} enable={enable} />
      ) : (
        <Disable person={person} disable={disable} />
      )}
    </section>
  );
}

function Enable({ person, enable }: Pick<Props, "person" | "enable">) {
  const t = useTranslations("work.people");
  const router = useRouter();
  const { run, busy, refusal } = useAction(enable, () => router.refresh());
  const { id: userId, version, state } = person;
  return (
    <WhenReady className="space-y-2">
      <p className="text-muted">{t(state === "left" ? "enableLeft" : "enableHint")}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Button disabled={busy} onClick={() => run({ userId, version })}>
        {t("enable")}
      </Button>
    </WhenReady>
  );
}

const schema = disableAccountSchema.pick({ reason: true });

function Disable({ person, disable }: Pick<Props, "person" | "disable">) {
  const t = useTranslations("work.people");
  const router = useRouter();
  const { id: userId, version } = person;
  const { form, onSubmit, busy, refusal, summary, errorOf } = useActionForm({
    schema,
    defaultValues: { reason: "" },
    action: disable,
    inputOf: (values) => ({ ...values, userId, version }),
    onDone: () => router.refresh(),
  });
  return (
    <details>
      <summary className="min-h-11 py-2 text-brand">{t("disable")}</summary>
      <Form onSubmit={onSubmit} className="space-y-3 border border-line bg-paper p-4">
        <p className="text-muted">{t("disableHint")}</p>
        <ErrorSummary {...summary} />
        {refusal && <RefusalNotice refusal={refusal} />}
        <Field id="reason" label={t("disableReason")} error={errorOf("reason")}>
          {(described) => (
            <textarea {...described} {...form.register("reason")} rows={2} className={inputStyle} />
          )}
        </Field>
        <Button type="submit" tone="alarm" disabled={busy}>
          {t("disableNow")}
        </Button>
      </Form>
    </details>
  );
}
