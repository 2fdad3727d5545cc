"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormWithConfirmation } from "@/components/forms/form-with-confirmation";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { dayIn } from "@/lib/domain/calendar/days";
import type { IssueCodesInput } from "@/lib/domain/sheets/sheets";

type Issue = Action<IssueCodesInput, { issued: number; mailed: number }>;
type Props = { importId: string; count: number; mailable: number; issue: Issue };

/** Gives all of them a code at once, also by mail where that can be. */
export function IssueCodes(props: Props) {
  const t = useTranslations("work.sheets");
  const router = useRouter();
  return (
    <FormWithConfirmation message={t("codesIssued")}>
      {(onDone) => (
        <IssueForm
          {...props}
          onDone={() => {
            router.refresh();
            onDone();
          }}
        />
      )}
    </FormWithConfirmation>
  );
}

function IssueForm({ importId, count, mailable, issue, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations("work.sheets");
  const [mails, setMails] = useState(mailable > 0);
  const { run, busy, refusal } = useAction(issue, onDone);
  return (
    <WhenReady className="space-y-3">
      {refusal && <RefusalNotice refusal={refusal} />}
      {mailable > 0 && (
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            checked={mails}
            onChange={() => setMails(!mails)}
            className="size-5 shrink-0"
          />
          {t("codesMail", { count: mailable })}
        </label>
      )}
      <Button disabled={busy} onClick={() => run({ importId, mails })}>
        {t("codesIssue", { count })}
      </Button>
    </WhenReady>
  );
}

type Account = {
  id: string;
  name: string;
  username: string;
  unit: string;
  code: string | null;
  expiresAt: Date | null;
};

/** One slip for each code, to cut apart and hand over. */
export function CodeSheets({ accounts, place }: { accounts: Account[]; place: string }) {
  const t = useTranslations("work");
  return (
    <div className="mt-4 space-y-4">
      <Button className="print:hidden" onClick={() => window.print()}>
        {t("sheets.codesPrint")}
      </Button>
      <ul className="grid gap-4 sm:grid-cols-2">
        {accounts.map(({ id, name, username, unit, code, expiresAt }) => (
          <li key={id} className="break-inside-avoid border border-line bg-paper p-4">
            <h2 className="text-lg font-bold" lang="zh-CN">
              {name}
            </h2>
            <Facts>
              <Fact label={t("account.unit")}>
                <span lang="zh-CN">{unit}</span>
              </Fact>
              <Fact label={t("account.username")}>
                <span className="font-mono">{username}</span>
              </Fact>
              <Fact label={t("startLink.place")}>
                <span className="font-mono break-all">{place}</span>
              </Fact>
              <Fact label={t("start.code")}>
                {code ? (
                  <strong className="font-mono">
                    {code.split("-").map((group) => (
                      <span key={group} className="mr-2 inline-block">
                        {group}
                      </span>
                    ))}
                  </strong>
                ) : (
                  t(expiresAt ? "sheets.codesOther" : "sheets.codesNotYet")
                )}
              </Fact>
              {code && expiresAt && (
                <Fact label={t("startLink.until")}>
                  <Day day={dayIn(expiresAt)} />
                </Fact>
              )}
            </Facts>
          </li>
        ))}
      </ul>
    </div>
  );
}
