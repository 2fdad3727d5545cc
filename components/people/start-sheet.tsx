"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import { WhenReady } from "@/components/ui/form";
import { RefusalNotice } from "@/components/ui/refusal";
import type { Action } from "@/lib/domain/action-result";
import { dayIn } from "@/lib/domain/calendar/days";
import type {
  IssuedStartLink,
  IssueStartLinkInput,
  StartAccount,
} from "@/lib/domain/people/start-links";

type Props = {
  account: StartAccount & { id: string };
  /** Where the code can be mailed as well: the account has an address, and mail is on. */
  canMail: boolean;
  /** Where the code is typed. */
  place: string;
  issue: Action<IssueStartLinkInput, IssuedStartLink>;
};

/** Gives out a start code (首次登录码), and shows it once, as a sheet to print and hand over. */
export function StartSheet({ account, canMail, place, issue }: Props) {
  const t = useTranslations("work.startLink");
  const [issued, setIssued] = useState<IssuedStartLink | null>(null);
  const [mails, setMails] = useState(canMail);
  const { run, busy, refusal } = useAction(issue, setIssued);
  if (issued) return <Sheet account={account} place={place} {...issued} />;
  return (
    <WhenReady className="space-y-3">
      {refusal && <RefusalNotice refusal={refusal} />}
      {canMail && (
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            checked={mails}
            onChange={() => setMails(!mails)}
            className="size-5 shrink-0"
          />
          {t("mails")}
        </label>
      )}
      <Button disabled={busy} onClick={() => run({ userId: account.id, mails })}>
        {t("issue")}
      </Button>
    </WhenReady>
  );
}

function Sheet({
  account,
  place,
  code,
  expiresAt,
  isMailed,
}: IssuedStartLink & Pick<Props, "account" | "place">) {
  const t = useTranslations("work");
  return (
    <div role="status" className="space-y-4">
      <p className="print:hidden">{t(isMailed ? "startLink.onceMailed" : "startLink.once")}</p>
      <section
        aria-label={t("startLink.sheet")}
        className="max-w-xl border border-line bg-paper p-6"
      >
        <h2 className="mb-2 text-xl font-bold">{t("startLink.sheet")}</h2>
        <Facts>
          <Fact label={t("account.name")}>{account.name}</Fact>
          <Fact label={t("account.unit")}>
            <span lang="zh-CN">{account.unit}</span>
          </Fact>
          <Fact label={t("account.username")}>
            <span className="font-mono">{account.username}</span>
          </Fact>
          <Fact label={t("startLink.place")}>
            <span className="font-mono break-all">{place}</span>
          </Fact>
          <Fact label={t("start.code")}>
            <strong className="font-mono text-lg">
              {code.split("-").map((group) => (
                <span key={group} className="mr-3 inline-block">
                  {group}
                </span>
              ))}
            </strong>
          </Fact>
          <Fact label={t("startLink.until")}>
            <Day day={dayIn(new Date(expiresAt))} />
          </Fact>
        </Facts>
        <p className="mt-3 text-sm">{t("startLink.keep")}</p>
      </section>
      <Button className="print:hidden" onClick={() => window.print()}>
        {t("startLink.print")}
      </Button>
    </div>
  );
}
