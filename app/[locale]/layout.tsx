import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { isElder } from "@/lib/elder";
import { locales } from "@/messages/locales";
import "../globals.css";

// Every page reads the database at the moment it is asked for; a build has none.
export const dynamic = "force-dynamic";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "site" });
  return {
    title: { default: t("title"), template: `%s · ${t("name")}` },
    description: t("description"),
  };
}

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(locales, locale)) notFound();
  return (
    <html lang={locale} className={(await isElder()) ? "elder" : undefined}>
      <body>{children}</body>
    </html>
  );
}
