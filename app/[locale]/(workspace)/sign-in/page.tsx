import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { demoAccounts } from "@/db/queries/people/people";
import { loadSiteSettings } from "@/db/queries/site-settings";
import { safeRedirect } from "@/lib/auth/safe-redirect";
import { currentHolder } from "@/lib/auth/session";
import { passwordPath } from "@/lib/auth/wanted-path";
import type { Query } from "@/lib/domain/inputs";
import type { DemoAccount } from "@/lib/domain/people/accounts";
import { env } from "@/lib/env";
import { localePath } from "@/messages/locales";
import { SignInForm } from "./sign-in-form";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const locale = await getLocale();
  const wanted = safeRedirect((await searchParams).next, "/inbox");
  const next = localePath(locale, wanted);
  const holder = await currentHolder();
  if (holder) redirect(holder.mustChangePassword ? localePath(locale, passwordPath(wanted)) : next);
  const t = await getTranslations("work.signIn");
  const { signInHelp } = (await loadSiteSettings()).settings;
  const { DEMO, DEMO_PASSWORD } = env();
  const demo =
    DEMO === "on" && DEMO_PASSWORD
      ? { accounts: (await demoAccounts()).map(shown), password: DEMO_PASSWORD }
      : null;
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mb-6 text-muted">{t("lead")}</p>
      <SignInForm next={next} demo={demo} />
      {signInHelp && (
        <p lang="zh-CN" className="mt-6 max-w-2xl whitespace-pre-line">
          {signInHelp}
        </p>
      )}
    </>
  );
}

/** What the page shows of an account, and nothing else of it. */
function shown({ username, name, role, departmentName }: DemoAccount): DemoAccount {
  return { username, name, role, departmentName };
}
