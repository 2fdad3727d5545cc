import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoleAccount, RolePosts } from "@/components/people/role-account";
import { BranchForm, GrantForm, RoleForm, UnlockForm } from "@/components/people/role-forms";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { accountRights } from "@/db/queries/people/rights";
import { requirePermission } from "@/lib/auth/session";
import { steadyTime } from "@/lib/clock";
import { isBoundable } from "@/lib/domain/people/granting";
import { isAdminRole } from "@/lib/domain/people/roles";
import { bind, change, grantOne, unlock } from "../actions";

type Props = { params: Promise<{ username: string }> };

export async function generateMetadata({ params }: Props) {
  const { username } = await params;
  return {
    title: `${decodeURIComponent(username)} · ${(await getTranslations("work.roles"))("title")}`,
  };
}

/** The way to an administrator's start code, which nobody else gives out. */
async function StartCode({ username }: { username: string }) {
  const t = await getTranslations("work.roles");
  return (
    <section aria-labelledby="start-code">
      <h2 id="start-code" className="mb-2 text-lg font-bold">
        {t("startCode")}
      </h2>
      <p className="mb-3">{t("startCodeHint")}</p>
      <Anchor
        href={`/start-links/${encodeURIComponent(username)}`}
        className={buttonStyle("plain")}
      >
        {t("startCode")}
      </Anchor>
    </section>
  );
}

export default async function AccountRolePage({ params }: Props) {
  const username = decodeURIComponent((await params).username);
  const actor = await requirePermission("role.grant");
  const account = await accountRights(actor, username, steadyTime());
  if (!account) notFound();
  const t = await getTranslations("work.roles");
  const { id, role, branch, state } = account;
  const isOwn = id === actor.id;
  return (
    <>
      <Anchor href="/roles">{t("back")}</Anchor>
      <RoleAccount account={account} />
      <RolePosts posts={account.posts} />
      {!isOwn && (
        <div className="mt-6 grid gap-8 md:grid-cols-2">
          {state === "waiting" && <GrantForm userId={id} role={role} grant={grantOne} />}
          {state !== "disabled" && <RoleForm userId={id} role={role} change={change} />}
          {isBoundable(role) && <BranchForm userId={id} branch={branch ?? ""} bind={bind} />}
          <UnlockForm userId={id} {...account} unlock={unlock} />
          {isAdminRole({ role }) && state !== "disabled" && <StartCode username={username} />}
        </div>
      )}
    </>
  );
}
