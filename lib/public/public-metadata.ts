import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { addressOf } from "@/lib/address";
import { type Locale, locales } from "@/messages/locales";

type About = {
  /** The page's path without its language. */
  path: string;
  title: string;
  /** How things stand, in a sentence. */
  description: string;
  /** Paths of its share image, its feed, its calendar and its data. */
  image?: string;
  feed?: string;
  calendar?: string;
  json?: string;
};

/** What a public page tells search engines, feed readers and those who share it: all addresses absolute. */
export async function publicMetadata(about: About): Promise<Metadata> {
  const { path, title, description, image, feed, calendar, json } = about;
  const [locale, t] = await Promise.all([getLocale(), getTranslations("site")]);
  const url = addressOf(path, locale as Locale);
  const languages = Object.fromEntries(locales.map((each) => [each, addressOf(path, each)]));
  const types = {
    ...(feed && { "application/atom+xml": addressOf(feed, locale as Locale) }),
    ...(calendar && { "text/calendar": addressOf(calendar, locale as Locale) }),
    ...(json && { "application/json": addressOf(json) }),
  };
  return {
    title,
    description,
    alternates: {
      canonical: url,
      languages: { ...languages, "x-default": addressOf(path) },
      types,
    },
    openGraph: {
      type: "website",
      title,
      description,
      url,
      siteName: t("name"),
      locale: locale.replace("-", "_"),
      ...(image && {
        images: [{ url: addressOf(image, locale as Locale), width: 1200, height: 630, alt: title }],
      }),
    },
  };
}
