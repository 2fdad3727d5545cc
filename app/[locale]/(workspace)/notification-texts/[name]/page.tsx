import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NotificationTextForm } from "@/components/notifications/notification-text-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { notificationText } from "@/db/queries/notifications/texts";
import { requirePermission } from "@/lib/auth/session";
import { type TextName, textNames, textPlaceholders } from "@/lib/domain/notifications/texts";
import { wordsIn } from "@/lib/words";
import type { Locale } from "@/messages/locales";
import { set } from "./actions";

type Props = { params: Promise<{ name: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.notificationTexts"))("title") };
}

export default async function NotificationTextPage({ params }: Props) {
  const asked = (await params).name;
  const actor = await requirePermission("notification.word");
  const name = textNames.find((each) => each === asked);
  const text = name && (await notificationText(actor, name));
  if (!text) notFound();
  const t = await getTranslations("work.notificationTexts");
  const { version, zh, en } = text;
  return (
    <>
      <Breadcrumb links={[{ href: "/notification-texts", title: t("title") }]} />
      <h1 className="mb-3 text-2xl font-bold">{t(`names.${name}`)}</h1>
      <NotificationTextForm
        {...{ name, version, set }}
        present={{ zh, en }}
        standard={{ zh: standardOf(name, "zh-CN"), en: standardOf(name, "en") }}
        examples={{ zh: examplesOf(name, "zh-CN"), en: examplesOf(name, "en") }}
      />
    </>
  );
}

const standardOf = (name: TextName, locale: Locale) => wordsIn(locale).raw(`notifications.${name}`);

/** What could stand in the places of a text, in one language. */
function examplesOf(name: TextName, locale: Locale): Record<string, string> {
  const { raw } = wordsIn(locale);
  return Object.fromEntries(
    textPlaceholders[name].map((each) => [each, raw(`work.notificationTexts.examples.${each}`)]),
  );
}
