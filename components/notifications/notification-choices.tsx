import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";

/** All of one's messages, or the unread ones, each with its number. */
export function NotificationChoices({
  all,
  unread,
  isUnread,
}: {
  all: number;
  unread: number;
  isUnread: boolean;
}) {
  const t = useTranslations("work.messages");
  const choices = [
    { href: "/messages", label: t("all", { count: all }), isHere: !isUnread },
    { href: "/messages?unread=1", label: t("onlyUnread", { count: unread }), isHere: isUnread },
  ];
  return (
    <nav aria-label={t("choice")} className="flex gap-x-5">
      {choices.map(({ href, label, isHere }) => (
        <Anchor
          key={href}
          href={href}
          aria-current={isHere ? "page" : undefined}
          className="inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
        >
          {label}
        </Anchor>
      ))}
    </nav>
  );
}
