"use client";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { isFor, isOfAll, type Permission } from "@/lib/domain/people/permissions";
import type { Role } from "@/lib/domain/people/roles";
import { localePath } from "@/messages/locales";

/** What is said beside the pages it waits on. */
export type NavCounts = { unread: number; gaps: number };
type Props = { role: Role; isBound: boolean; counts: NavCounts };

export function WorkNav({ role, isBound, counts: { unread, gaps } }: Props) {
  const t = useTranslations("work.nav");
  const here = usePathname();
  const locale = useLocale();
  const may = (permission: Permission) =>
    isFor(role, permission) && !(isBound && isOfAll(permission));
  const pages: { href: string; label: string; count?: number }[] = [
    ...(may("task.view")
      ? [
          { href: "/inbox", label: t(may("instruction.write") ? "leader" : "inbox") },
          { href: "/work", label: t("tasks") },
        ]
      : []),
    ...(may("task.assign") ? [{ href: "/assignments", label: t("assignments") }] : []),
    unread > 0
      ? {
          href: "/notifications?unread=1",
          label: t("messagesUnread", { count: unread }),
          count: unread,
        }
      : { href: "/notifications", label: t("messages") },
    ...(may("gap.view")
      ? [
          gaps > 0
            ? { href: "/gaps", label: t("gapsCount", { count: gaps }), count: gaps }
            : { href: "/gaps", label: t("gaps") },
        ]
      : []),
    ...(may("letter.read") ? [{ href: "/work/letters", label: t("letters") }] : []),
    ...(may("instruction.read") ? [{ href: "/instructions", label: t("instructions") }] : []),
    ...(may("release.read") ? [{ href: "/releases", label: t("releases") }] : []),
    ...(may("account.manage") ? [{ href: "/people", label: t("people") }] : []),
    ...(may("plan.draft") ? [{ href: "/registrations", label: t("registrations") }] : []),
    ...(may("role.grant") ? [{ href: "/roles", label: t("roles") }] : []),
    ...(may("audit.view") ? [{ href: "/audit", label: t("audit") }] : []),
    ...(may("unit.manage") ? [{ href: "/departments", label: t("departments") }] : []),
    ...(may("plan.configure") ? [{ href: "/settings", label: t("settings") }] : []),
    ...(may("site.configure") ? [{ href: "/site-settings", label: t("site") }] : []),
    { href: "/", label: t("public") },
  ];
  return (
    <nav aria-label={t("label")} className="flex flex-wrap gap-x-5">
      {pages.map(({ href, label, count }) => (
        <Anchor
          key={href}
          href={href}
          data-count={count}
          aria-current={here === localePath(locale, pathIn(href)) ? "page" : undefined}
          className="inline-flex min-h-11 items-center border-y-4 border-transparent no-underline forced-colors:border-[Canvas] forced-colors:aria-[current]:border-b-[LinkText] hover:underline aria-[current]:border-b-brand aria-[current]:font-semibold"
        >
          {label}
        </Anchor>
      ))}
    </nav>
  );
}

const pathIn = (href: string) => href.split("?")[0] ?? href;
