import { getTranslations } from "next-intl/server";
import { MailChoices } from "@/components/notifications/mail-choices";
import { AccountEmail } from "@/components/people/account-email";
import { DelegationForm } from "@/components/people/delegation-form";
import { DelegationList } from "@/components/people/delegation-list";
import { RowKeysChoice } from "@/components/people/row-keys-choice";
import { SessionList } from "@/components/people/session-list";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { Moment } from "@/components/ui/day";
import { Fact, Facts } from "@/components/ui/facts";
import { isMailOn } from "@/db/queries/mail";
import { delegationPeople, listDelegations } from "@/db/queries/people/delegations";
import { ownAccount, ownSessions } from "@/db/queries/people/people";
import { sessionLimits } from "@/lib/auth/actor";
import { currentSessionId, requireActor } from "@/lib/auth/session";
import { currentDay, steadyTime } from "@/lib/clock";
import { mailTopics } from "@/lib/domain/notifications/mail-topics";
import { deputyRoles, isTheirs } from "@/lib/domain/people/delegations";
import { can, isFor } from "@/lib/domain/people/permissions";
import { end, endOne, endOthers, grant, saveEmail, saveMailChoices } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.account"))("title") };
}

export default async function AccountPage() {
  const actor = await requireActor();
  const today = await currentDay();
  const mayGrant = can(actor, "delegation.grant");
  const usedSince = new Date(steadyTime().getTime() - sessionLimits.idleMs);
  const [account, sessions, presentId, delegations, people, canMail] = await Promise.all([
    ownAccount(actor),
    ownSessions(actor, usedSince),
    currentSessionId(),
    listDelegations(actor, today),
    mayGrant ? delegationPeople(actor) : [],
    isMailOn(),
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
          {account.email && canMail && (
            <MailChoices
              topics={mailTopics.filter((topic) => !account.unmailed.includes(topic))}
              save={saveMailChoices}
            />
          )}
        </div>
        <div className="space-y-8">
          <section aria-labelledby="account-password">
            <h2 id="account-password" className="mb-2 text-lg font-bold">
              {t("work.password.section")}
            </h2>
            <p className="mb-3">
              {account.passwordChangedAt ? (
                <Moment at={account.passwordChangedAt} message="work.password.changedAt" />
              ) : (
                t("work.password.neverChanged")
              )}
            </p>
            <p className="flex flex-wrap gap-3">
              <Anchor href="/account/password" className={buttonStyle("plain")}>
                {t("work.password.title")}
              </Anchor>
              <Anchor href="/account/sign-ins" className={buttonStyle("plain")}>
                {t("work.signIns.title")}
              </Anchor>
            </p>
          </section>
          {isFor(actor.role, "submission.decide") && <RowKeysChoice />}
          <SessionList
            sessions={sessions}
            presentId={String(presentId)}
            endOne={endOne}
            endOthers={endOthers}
          />
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
