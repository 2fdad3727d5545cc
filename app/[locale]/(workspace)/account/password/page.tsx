import { getLocale, getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/people/password-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Notice } from "@/components/ui/notice";
import { ownAccount } from "@/db/queries/people/people";
import { safeRedirect } from "@/lib/auth/safe-redirect";
import { requireHolder } from "@/lib/auth/session";
import type { Query } from "@/lib/domain/inputs";
import { localePath } from "@/messages/locales";
import { change } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.password"))("title") };
}

type Props = { searchParams: Promise<Query> };

/** The one page of whoever must choose a password of their own before anything else is theirs; it leads on to what they wanted. */
export default async function PasswordPage({ searchParams }: Props) {
  const wanted = safeRedirect((await searchParams).next, "/inbox");
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
        <PasswordForm
          username={username}
          next={mustChangePassword ? localePath(await getLocale(), wanted) : null}
          change={change}
        />
      )}
    </>
  );
}
