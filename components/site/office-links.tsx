import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { isFor, type Permission } from "@/lib/domain/people/permissions";
import type { Role } from "@/lib/domain/people/roles";

const pages = [
  { href: "/getting-started", name: "gettingStarted", permission: "start.view" },
  { href: "/site-settings", name: "site", permission: "site.configure" },
  { href: "/mail-settings", name: "mail", permission: "site.configure" },
  { href: "/holidays", name: "holidays", permission: "calendar.manage" },
  { href: "/reminder-defaults", name: "reminders", permission: "plan.configure" },
  { href: "/notification-texts", name: "notificationTexts", permission: "notification.word" },
  { href: "/retention", name: "retention", permission: "site.configure" },
] as const satisfies { href: string; name: string; permission: Permission }[];

/** The pages on which the installation itself is set up, as far as they are this role's. */
export function OfficeLinks({ role, here }: { role: Role; here?: (typeof pages)[number]["href"] }) {
  const t = useTranslations("work");
  return (
    <nav aria-label={t("office.pages")} className="mb-4 flex flex-wrap gap-x-5">
      {pages
        .filter(({ permission }) => isFor(role, permission))
        .map(({ href, name }) => (
          <Anchor
            key={href}
            href={href}
            aria-current={here === href ? "page" : undefined}
            className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
          >
            {t(`${name}.title`)}
          </Anchor>
        ))}
    </nav>
  );
}
