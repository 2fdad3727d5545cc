import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StartSheet } from "@/components/people/start-sheet";
import { Day } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import { RefusalNotice } from "@/components/ui/refusal";
import { isMailOn } from "@/db/queries/mail";
import { startLinkAccount } from "@/db/queries/people/start-links";
import { addressOf } from "@/lib/address";
import { requirePermission } from "@/lib/auth/session";
import { currentTime } from "@/lib/clock";
import { dayIn } from "@/lib/domain/calendar/days";
import { isAdminRole } from "@/lib/domain/people/roles";
import { issueRefusal } from "@/lib/domain/people/start-links";
import { toLocale } from "@/messages/locales";
import { issue } from "./actions";

type Props = { params: Promise<{ username: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.startLink"))("title") };
}

/** Gives one account a start code, on a sheet to print. */
export default async function StartLinkPage({ params }: Props) {
  const username = decodeURIComponent((await params).username);
  const actor = await requirePermission("start_link.issue");
  const account = await startLinkAccount(actor, username, await currentTime());
  if (!account) notFound();
  const refusal = issueRefusal(actor, account);
  const t = await getTranslations("work");
  const { openUntil, issuedBy } = account;
  return (
    <>
      <div className="print:hidden">
        <h1 className="mb-2 text-2xl font-bold">{t("startLink.title")}</h1>
        <p className="mb-4 max-w-2xl">{t("startLink.lead")}</p>
        <Facts>
          <Fact label={t("account.name")}>{account.name}</Fact>
          <Fact label={t("account.username")}>{account.username}</Fact>
          <Fact label={t("account.unit")}>
            <span lang="zh-CN">{account.unit}</span>
          </Fact>
          {openUntil && (
            <Fact label={t("startLink.open")}>
              {t("startLink.openBy", { name: issuedBy ?? t("startLink.operator") })}{" "}
              <Day day={dayIn(openUntil)} />
            </Fact>
          )}
        </Facts>
      </div>
      <div className="mt-4">
        {refusal ? (
          <RefusalNotice refusal={refusal} />
        ) : (
          <StartSheet
            account={account}
            canMail={account.email !== null && !isAdminRole(account) && (await isMailOn())}
            place={addressOf("/start", toLocale(await getLocale()))}
            issue={issue}
          />
        )}
      </div>
    </>
  );
}
