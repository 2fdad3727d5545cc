"use client";
import { useTranslations } from "next-intl";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { EndOtherSessionsInput } from "@/lib/domain/people/inputs";

type Props = { count: number; endOthers: Action<EndOtherSessionsInput, unknown> };

/** Where else this account is signed in, and 结束其他登录 in one click. */
export function OtherSessions({ count, endOthers }: Props) {
  const t = useTranslations("work.account");
  return (
    <section aria-labelledby="account-sessions">
      <h2 id="account-sessions" className="mb-2 text-lg font-bold">
        {t("sessions")}
      </h2>
      <p className="mb-3">{t("otherSessions", { count })}</p>
      <FormWithConfirmation message={t("othersEnded")}>
        {(onDone) => count > 0 && <EndOthers endOthers={endOthers} onDone={onDone} />}
      </FormWithConfirmation>
    </section>
  );
}

function EndOthers({ endOthers, onDone }: Pick<Props, "endOthers"> & { onDone: () => void }) {
  const t = useTranslations("work.account");
  const { run, busy, refusal } = useAction(endOthers, onDone);
  return (
    <WhenReady>
      <Button tone="plain" disabled={busy} onClick={() => run({})}>
        {t("endOthers")}
      </Button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </WhenReady>
  );
}
