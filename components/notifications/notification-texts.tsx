import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { type OwnTexts, textNames } from "@/lib/domain/notifications/texts";

/** Every kind of message with its present words, and the way to change them. */
export function NotificationTextList({
  changed,
  own,
}: {
  changed: readonly string[];
  own: OwnTexts;
}) {
  const t = useTranslations("work.notificationTexts");
  const standard = useTranslations("notifications");
  return (
    <ul className="divide-y divide-line border border-line bg-paper">
      {textNames.map((name) => (
        <li key={name} className="grid gap-x-6 px-4 py-3 md:grid-cols-[12rem_1fr_auto]">
          <h2 className="font-semibold">
            {t(`names.${name}`)}
            {changed.includes(name) && (
              <span className="ml-2 rounded bg-brand px-1.5 py-0.5 text-sm text-on-brand">
                {t("changed")}
              </span>
            )}
          </h2>
          <p className="min-w-0 whitespace-pre-line break-words">
            {own[name] ?? standard.raw(name)}
          </p>
          <Anchor
            href={`/notification-texts/${name}`}
            className="inline-flex min-h-11 items-center underline md:min-h-6"
          >
            {t("edit")}
            <span className="sr-only"> {t(`names.${name}`)}</span>
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
