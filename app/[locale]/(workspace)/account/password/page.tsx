import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/people/password-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Notice } from "@/components/ui/notice";
import { ownAccount } from "@/db/queries/people/people";
import { requireHolder } from "@/lib/auth/session";
import { change } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.password"))("title") };
}

/** The one page of whoever must choose a password of their own before anything else is theirs. */
export default async function PasswordPage() {
  const { actor, mustChangePassword } = await requireHolder();
  const { username } = await ownAccount(actor);
  const t = await getTranslations("work");
  return (
    <>
      {!mustChangePassword && (
        <Breadcrumb links={[{ href: "/account", title: t("account.title") }]} />
      )}
      <h1 className="mb-3 text-2xl font-bold">
        {t(mustChangePassword ? "password.firstTitle" : "password.title")}
      </h1>
      {mustChangePassword && <p className="mb-4 max-w-xl">{t("password.first")}</p>}
      {actor.isDemo ? (
        <Notice tone="info">
          <p>{t("password.demo")}</p>
        </Notice>
      ) : (
        <PasswordForm username={username} isFirst={mustChangePassword} change={change} />
      )}
    </>
  );
}
