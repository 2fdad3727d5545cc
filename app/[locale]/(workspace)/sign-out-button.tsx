"use client";
import { signOut } from "next-auth/react";
import { useLocale, useTranslations } from "next-intl";
import { WhenReady } from "@/components/ui/form";
import { localePath } from "@/messages/locales";

export function SignOutButton() {
  const t = useTranslations("work.nav");
  const locale = useLocale();
  const leave = async () => {
    // next-auth would lead to PUBLIC_URL, which need not be the address that the person came by.
    await signOut({ redirect: false });
    window.location.assign(localePath(locale, "/sign-in"));
  };
  return (
    <WhenReady>
      <button
        type="button"
        className="min-h-11 px-1 text-brand underline underline-offset-4"
        onClick={leave}
      >
        {t("signOut")}
      </button>
    </WhenReady>
  );
}
