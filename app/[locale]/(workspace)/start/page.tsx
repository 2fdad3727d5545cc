import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StartForm } from "@/components/people/start-form";
import { look, start } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("work.start"))("title"), robots: { index: false } };
}

/** Where a start code is typed: in no address, so in no log, and to get the page uses nothing up. */
export default async function StartPage() {
  const t = await getTranslations("work.start");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mb-6 max-w-xl text-muted">{t("lead")}</p>
      <StartForm look={look} start={start} />
    </>
  );
}
