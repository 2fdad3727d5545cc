import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StartChecklist } from "@/components/site/start-checklist";
import { startFacts } from "@/db/queries/site/getting-started";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { skip } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.gettingStarted"))("title") };
}

export default async function GettingStartedPage() {
  const actor = await requirePermission("start.view");
  const facts = await startFacts(actor, await currentDay());
  if (!facts) notFound();
  const t = await getTranslations("work.gettingStarted");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="my-3">{t("lead")}</p>
      <StartChecklist facts={facts} role={actor.role} skip={skip} />
    </>
  );
}
