"use client";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import type { Role } from "@/lib/domain/people/roles";
import { localePath } from "@/messages/locales";

export function WorkNav({ role, unread }: { role: Role; unread: number }) {
  const t = useTranslations("work.nav");
  const here = usePathname();
  const locale = useLocale();
  const pages = [
    { href: "/inbox", label: t("inbox") },
    { href: "/work", label: t("tasks") },
    {
      href: "/notifications",
      label: unread > 0 ? t("messagesUnread", { count: unread }) : t("messages"),
    },
    ...(role === "admin" ? [] : [{ href: "/work/letters", label: t("letters") }]),
    ...(role === "supervisor" || role === "auditor"
      ? [{ href: "/releases", label: t("releases") }]
      : []),
    ...(role === "auditor" ? [{ href: "/audit", label: t("audit") }] : []),
    ...(role === "admin" ? [{ href: "/settings", label: t("settings") }] : []),
    { href: "/", label: t("public") },
  ];
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-x-5">
      {pages.map(({ href, label }) => (
        <Anchor
          key={href}
          href={href}
          aria-current={here === localePath(locale, href) ? "page" : undefined}
          className="inline-flex min-h-11 items-center border-y-4 border-transparent no-underline hover:underline aria-[current]:border-b-brand aria-[current]:font-semibold"
        >
          {label}
        </Anchor>
      ))}
    </nav>
  );
}
