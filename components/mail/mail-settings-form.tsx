"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
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
  type ConfigureMailInput,
  type MailSettingsShown,
  mailFormSchema,
  mailSecurities,
  type TurnOffMailInput,
} from "@/lib/domain/mail";

type Props = {
  settings: MailSettingsShown | null;
  configure: Action<ConfigureMailInput, unknown>;
  turnOff: Action<TurnOffMailInput, unknown>;
};

/** The mail server. Its password is typed and never shown: an empty one keeps the one that is stored. */
export function MailSettingsForm({ settings, configure, turnOff }: Props) {
  const t = useTranslations("work.mail");
  return (
    <>
      <FormWithConfirmation message={t("saved")}>
        {(onDone) => (
          <ServerForm key={settings?.version ?? 0} {...{ settings, configure, onDone }} />
        )}
      </FormWithConfirmation>
      {settings && <TurnOff version={settings.version} turnOff={turnOff} />}
    </>
  );
}

type FormProps = Omit<Props, "turnOff"> & { onDone: () => void };
const usualPort = { tls: 465, starttls: 587, none: 25 } as const;

function ServerForm({ settings, configure, onDone }: FormProps) {
  const t = useTranslations("work.mail");
  const { form, errorOf, ...state } = useActionForm({
    schema: mailFormSchema,
    defaultValues: {
      host: settings?.host ?? "",
      port: settings?.port ?? usualPort.starttls,
      security: settings?.security ?? "starttls",
      username: settings?.username ?? "",
      password: "",
      sender: settings?.sender ?? "",
    },
    action: configure,
    inputOf: (values) => ({ ...values, version: settings?.version ?? 0 }),
    onDone,
  });
  const security = form.register("security", {
    onChange: ({ target }) =>
      form.setValue("port", usualPort[target.value as keyof typeof usualPort]),
  });
  const text = (name: "host" | "username" | "sender", autoComplete = "off") => (
    <Field id={name} label={t(name)} hint={t(`${name}Hint`)} error={errorOf(name)}>
      {(described) => (
        <input
          {...described}
          {...form.register(name)}
          autoComplete={autoComplete}
          spellCheck={false}
          className={inputStyle}
        />
      )}
    </Field>
  );
  return (
    <ActionForm {...state} hint={t("hint")} label={t("save")}>
      {text("host")}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id="security" label={t("security")} error={errorOf("security")}>
          {(described) => (
            <select
              {...described}
              {...security}
              defaultValue={form.getValues("security")}
              className={inputStyle}
            >
              {mailSecurities.map((each) => (
                <option key={each} value={each}>
                  {t(`securities.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="port" label={t("port")} error={errorOf("port")}>
          {(described) => (
            <input
              {...described}
              {...form.register("port", { valueAsNumber: true })}
              type="number"
              inputMode="numeric"
              className={inputStyle}
            />
          )}
        </Field>
      </div>
      {text("username")}
      <Field
        id="password"
        label={t("password")}
        hint={t(settings?.hasPassword ? "passwordKept" : "passwordHint")}
        error={errorOf("password")}
      >
        {(described) => (
          <input
            {...described}
            {...form.register("password")}
            type="password"
            autoComplete="new-password"
            className={inputStyle}
          />
        )}
      </Field>
      {text("sender")}
    </ActionForm>
  );
}

function TurnOff({ version, turnOff }: { version: number } & Pick<Props, "turnOff">) {
  const t = useTranslations("work.mail");
  const router = useRouter();
  const { run, busy, refusal } = useAction(turnOff, () => router.refresh());
  return (
    <WhenReady className="mt-4">
      <Button tone="alarm" disabled={busy} onClick={() => run({ version })}>
        {t("turnOff")}
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
