"use client";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { WhenReady } from "@/components/ui/when-ready";
import { localePath } from "@/messages/locales";

export function SignOutButton() {
  const t = useTranslations("work.nav");
  const locale = useLocale();
  return (
    <WhenReady>
      <button
        type="button"
        className="min-h-11 px-1 text-brand underline underline-offset-4"
        onClick={() => signOut({ callbackUrl: localePath(locale, "/sign-in") })}
      >
        {t("signOut")}
      </button>
    </WhenReady>
  );
}
