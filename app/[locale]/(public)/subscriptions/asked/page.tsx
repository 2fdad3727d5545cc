import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicPage } from "../../public-page";

export const metadata: Metadata = { robots: { index: false } };

export default async function AskedPage() {
  const t = await getTranslations("subscriptions.asked");
  return (
    <PublicPage path="/subscriptions/asked">
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-2 max-w-2xl">{t("text")}</p>
    </PublicPage>
  );
}
