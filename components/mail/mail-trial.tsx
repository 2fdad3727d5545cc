"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { useActionForm } from "@/components/forms/use-action-form";
import { useMoment } from "@/components/ui/day";
import { Field, inputStyle } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Action } from "@/lib/domain/action-result";
import { type MailTrialOutcome, type TryMailInput, tryMailSchema } from "@/lib/domain/mail";

type Trial = {
  address: string;
  askedAt: Date;
  answeredAt: Date | null;
  outcome: MailTrialOutcome | null;
  reply: string | null;
};
type Props = { trial: Trial | null; address: string; send: Action<TryMailInput, unknown> };

const schema = tryMailSchema.omit({ key: true });

/** 给我发一封测试邮件, and what the mail server answered. */
export function MailTrial({ trial, address, send }: Props) {
  const t = useTranslations("work.mail.trial");
  const [times, setTimes] = useState(0);
  return (
    <section aria-labelledby="trial" className="mt-8">
      <h2 id="trial" className="mb-2 text-lg font-bold">
        {t("title")}
      </h2>
      <TrialForm key={times} {...{ address, send }} onDone={() => setTimes(times + 1)} />
      <div role="status" className="mt-3">
        {trial && <TrialAnswer trial={trial} />}
      </div>
    </section>
  );
}

function TrialForm({ address, send, onDone }: Omit<Props, "trial"> & { onDone: () => void }) {
  const t = useTranslations("work.mail.trial");
  const router = useRouter();
  const { form, errorOf, ...state } = useActionForm({
    schema,
    defaultValues: { address },
    action: send,
    inputOf: (values) => values,
    onDone: () => {
      onDone();
      router.refresh();
    },
  });
  return (
    <ActionForm {...state} hint={t("hint")} label={t("send")}>
      <Field id="address" label={t("address")} error={errorOf("address")}>
        {(described) => (
          <input
            {...described}
            {...form.register("address")}
            type="email"
            autoComplete="email"
            className={inputStyle}
          />
        )}
      </Field>
    </ActionForm>
  );
}

const askAgainMs = 1_500;

/** The worker sends it, so the answer comes a moment later: the page asks until it is there. */
function TrialAnswer({ trial }: { trial: Trial }) {
  const t = useTranslations("work.mail.trial");
  const moment = useMoment();
  const router = useRouter();
  const isWaiting = trial.answeredAt === null;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => router.refresh(), askAgainMs);
    return () => clearInterval(timer);
  }, [isWaiting, router]);
  const about = { address: trial.address, time: moment(trial.askedAt) };
  if (!trial.outcome) return <Notice tone="info">{t("waiting", about)}</Notice>;
  return (
    <Notice tone={trial.outcome === "sent" ? "done" : "alarm"}>
      <p className="font-semibold">{t(`outcomes.${trial.outcome}`, about)}</p>
      {trial.reply && (
        <p className="break-words text-sm">
          {t("reply")} <code lang="en">{trial.reply}</code>
        </p>
      )}
    </Notice>
  );
}
