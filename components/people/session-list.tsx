"use client";
import { useTranslations } from "next-intl";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/day";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import type { OwnSession } from "@/lib/domain/people/accounts";
import type { EndOtherSessionsInput, EndSessionInput } from "@/lib/domain/people/inputs";

type Props = {
  sessions: OwnSession[];
  /** The session of this page, which is not ended here: that is to sign out. */
  presentId: string;
  endOne: Action<EndSessionInput, unknown>;
  endOthers: Action<EndOtherSessionsInput, unknown>;
};

/** Where this account is signed in (登录中的设备), and a way to end each and all the others. */
export function SessionList({ sessions, presentId, endOne, endOthers }: Props) {
  const t = useTranslations("work.account");
  const others = sessions.filter(({ id }) => id !== presentId);
  return (
    <section aria-labelledby="account-sessions">
      <h2 id="account-sessions" className="mb-2 text-lg font-bold">
        {t("sessions")}
      </h2>
      <FormWithConfirmation message={t("sessionEnded")}>
        {(onDone) => (
          <>
            <ul className="divide-y divide-line border-y border-line">
              {sessions.map((session) => (
                <SessionItem
                  key={session.id}
                  session={session}
                  isPresent={session.id === presentId}
                  endOne={endOne}
                  onDone={onDone}
                />
              ))}
            </ul>
            <p className="my-3">{t("otherSessions", { count: others.length })}</p>
            {others.length > 0 && <EndOthers endOthers={endOthers} onDone={onDone} />}
          </>
        )}
      </FormWithConfirmation>
    </section>
  );
}

function SessionItem({
  session: { id, device, address, startedAt, seenAt },
  isPresent,
  endOne,
  onDone,
}: { session: OwnSession; isPresent: boolean; onDone: () => void } & Pick<Props, "endOne">) {
  const t = useTranslations("work.account");
  const { run, busy, refusal } = useAction(endOne, onDone);
  const place = device ?? t("deviceUnknown");
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2">
      <div>
        <p className="font-semibold">
          {place}
          {isPresent && `（${t("sessionPresent")}）`}
        </p>
        <p className="text-sm text-muted">
          {address && <>{t("sessionFrom", { address })} · </>}
          <Moment at={startedAt} message="work.account.sessionSince" />
          {" · "}
          <Moment at={seenAt} message="work.account.sessionSeen" />
        </p>
        {refusal && <RefusalNotice refusal={refusal} />}
      </div>
      {!isPresent && (
        <WhenReady>
          <Button
            tone="plain"
            disabled={busy}
            aria-label={t("endOneOf", { device: place })}
            onClick={() => run({ sessionId: id })}
          >
            {t("endOne")}
          </Button>
        </WhenReady>
      )}
    </li>
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
