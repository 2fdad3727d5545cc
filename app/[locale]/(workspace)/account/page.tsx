import { getTranslations } from "next-intl/server";
import { AccountEmail } from "@/components/people/account-email";
import { DelegationForm } from "@/components/people/delegation-form";
import { DelegationList } from "@/components/people/delegation-list";
import { OtherSessions } from "@/components/people/other-sessions";
import { Fact, Facts } from "@/components/ui/facts";
import { delegationPeople, listDelegations } from "@/db/queries/people/delegations";
import { countOtherSessions, ownAccount } from "@/db/queries/people/people";
import { sessionLimits } from "@/lib/auth/actor";
import { currentSessionId, requireActor } from "@/lib/auth/session";
import { currentDay, currentTime } from "@/lib/clock";
import { deputyRoles, isTheirs } from "@/lib/domain/people/delegations";
import { can } from "@/lib/domain/people/permissions";
import { end, endOthers, grant, saveEmail } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.account"))("title") };
}

export default async function AccountPage() {
  const actor = await requireActor("/account");
  const today = await currentDay();
  const mayGrant = can(actor, "delegation.grant");
  const usedSince = new Date((await currentTime()).getTime() - sessionLimits.idleMs);
  const [account, others, delegations, people] = await Promise.all([
    ownAccount(actor),
    countOtherSessions(actor, String(await currentSessionId()), usedSince),
    listDelegations(actor, today),
    mayGrant ? delegationPeople(actor) : [],
  ]);
  const t = await getTranslations();
  return (
    <>
      <h1 className="mb-3 text-2xl font-bold">{t("work.account.title")}</h1>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <div className="space-y-8">
          <Facts>
            <Fact label={t("work.account.name")}>{actor.name}</Fact>
            <Fact label={t("work.account.username")}>{account.username}</Fact>
            <Fact label={t("work.account.role")}>{t(`roles.${actor.role}`)}</Fact>
            <Fact label={t("work.account.unit")}>
              <span lang="zh-CN">{actor.departmentName}</span>
            </Fact>
          </Facts>
          <AccountEmail email={account.email} save={saveEmail} />
          <OtherSessions count={others} endOthers={endOthers} />
        </div>
        <div className="space-y-8">
          {mayGrant && (
            <DelegationList
              title={t(
                actor.role === "security_admin" ? "work.account.all" : "work.account.granted",
              )}
              delegations={delegations.filter(({ principal }) => isTheirs(actor, principal))}
              end={end}
            />
          )}
          {mayGrant && (
            <DelegationForm
              principalId={actor.role === "security_admin" ? null : actor.id}
              people={people}
              today={today}
              grant={grant}
            />
          )}
          {deputyRoles.some((role) => role === actor.role) && (
            <DelegationList
              title={t("work.account.standsIn")}
              delegations={delegations.filter(({ deputy }) => deputy.id === actor.id)}
            />
          )}
        </div>
      </div>
    </>
  );
}
