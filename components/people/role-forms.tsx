"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Field, inputStyle } from "@/components/ui/field";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import {
  type BindBranchInput,
  bindBranchSchema,
  type ChangeRoleInput,
  changeRoleSchema,
  type GrantRoleInput,
  type UnlockSignInInput,
} from "@/lib/domain/people/granting";
import { type Role, roles } from "@/lib/domain/people/roles";

/** One act on an account, under its heading, with the page read anew and a word of it once it is done. */
function Act({
  id,
  title,
  done,
  children,
}: {
  id: string;
  title: string;
  done: string;
  children: (onDone: () => void) => ReactNode;
}) {
  const router = useRouter();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-lg font-bold">
        {title}
      </h2>
      <FormWithConfirmation message={done}>
        {(onDone) =>
          children(() => {
            router.refresh();
            onDone();
          })
        }
      </FormWithConfirmation>
    </section>
  );
}

/** Grants the role that the account waits for (授权), in one click. */
export function GrantForm({
  userId,
  role,
  grant,
}: {
  userId: string;
  role: Role;
  grant: Action<GrantRoleInput, unknown>;
}) {
  const t = useTranslations();
  const name = t(`roles.${role}`);
  return (
    <Act id="grant-role" title={t("work.roles.grantTitle")} done={t("work.roles.granted")}>
      {(onDone) => (
        <OneClick
          hint={t("work.roles.grantHint", { role: name })}
          label={t("work.roles.grant", { role: name })}
          action={grant}
          input={{ userId }}
          onDone={onDone}
        />
      )}
    </Act>
  );
}

/** Forgets the failed sign-ins of the account and ends its sessions. */
export function UnlockForm({
  userId,
  failures,
  sessions,
  unlock,
}: {
  userId: string;
  failures: number;
  sessions: number;
  unlock: Action<UnlockSignInInput, unknown>;
}) {
  const t = useTranslations("work.roles");
  return (
    <Act id="unlock-sign-in" title={t("signInTitle")} done={t("unlocked")}>
      {(onDone) => (
        <>
          <p className="mb-2">{t("signIn", { failures, sessions })}</p>
          <OneClick
            hint={t("unlockHint")}
            label={t("unlock")}
            action={unlock}
            input={{ userId }}
            onDone={onDone}
          />
        </>
      )}
    </Act>
  );
}

function OneClick<Input extends { key: string }>({
  hint,
  label,
  action,
  input,
  onDone,
}: {
  hint: string;
  label: string;
  action: Action<Input, unknown>;
  input: Omit<Input, "key">;
  onDone: () => void;
}) {
  const { run, busy, refusal } = useAction(action, onDone);
  return (
    <WhenReady className="space-y-3">
      <p className="text-muted">{hint}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Button disabled={busy} onClick={() => run(input)}>
        {label}
      </Button>
    </WhenReady>
  );
}

type RoleProps = { userId: string; role: Role; change: Action<ChangeRoleInput, unknown> };

/** Gives the account another role. */
export function RoleForm(props: RoleProps) {
  const t = useTranslations("work.roles");
  return (
    <Act id="change-role" title={t("changeTitle")} done={t("changed")}>
      {(onDone) => <RoleFields {...props} onDone={onDone} />}
    </Act>
  );
}

function RoleFields({ userId, role, change, onDone }: RoleProps & { onDone: () => void }) {
  const t = useTranslations();
  const { form, errorOf, ...frame } = useActionForm({
    schema: changeRoleSchema.pick({ role: true }),
    values: { role },
    action: change,
    inputOf: (values) => ({ ...values, userId }),
    onDone,
  });
  return (
    <ActionForm {...frame} hint={t("work.roles.changeHint")} label={t("work.roles.change")}>
      <Field id="role" label={t("work.roles.newRole")} error={errorOf("role")}>
        {(described) => (
          <select {...described} {...form.register("role")} className={inputStyle}>
            {roles.map((each) => (
              <option key={each} value={each}>
                {t(`roles.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </ActionForm>
  );
}

type BranchProps = { userId: string; branch: string; bind: Action<BindBranchInput, unknown> };

/** Binds the account to a branch of the tree of units. */
export function BranchForm(props: BranchProps) {
  const t = useTranslations("work.roles");
  return (
    <Act id="bind-branch" title={t("branchTitle")} done={t("bound")}>
      {(onDone) => <BranchFields {...props} onDone={onDone} />}
    </Act>
  );
}

function BranchFields({ userId, branch, bind, onDone }: BranchProps & { onDone: () => void }) {
  const t = useTranslations("work.roles");
  const { form, errorOf, ...frame } = useActionForm({
    schema: bindBranchSchema.pick({ unit: true }),
    values: { unit: branch },
    action: bind,
    inputOf: (values) => ({ ...values, userId }),
    onDone,
  });
  return (
    <ActionForm {...frame} hint={t("branchHint")} label={t("bind")}>
      <Field id="unit" label={t("unit")} error={errorOf("unit")}>
        {(described) => (
          <input {...described} {...form.register("unit")} lang="zh-CN" className={inputStyle} />
        )}
      </Field>
    </ActionForm>
  );
}
