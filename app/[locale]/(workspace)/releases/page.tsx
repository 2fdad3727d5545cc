import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReleaseList } from "@/components/release-list";
import { listReleases } from "@/db/queries/releases";
import { currentDay } from "@/lib/clock";
import { requireActor } from "@/lib/session";

export async function generateMetadata() {
  return { title: (await getTranslations("work.release"))("listTitle") };
}

export default async function ReleasesPage() {
  const actor = await requireActor("/releases");
  if (actor.role !== "supervisor" && actor.role !== "auditor") notFound();
  const [t, all] = await Promise.all([
    getTranslations("work.release"),
    listReleases(actor, await currentDay()),
  ]);
  const waiting = all.filter(({ disclosure }) => disclosure === null);
  const decided = all.filter(({ disclosure }) => disclosure !== null);
  return (
    <>
      <h1 className="text-2xl font-bold">{t("listTitle")}</h1>
      <p className="mt-1 text-muted">{t("listHint")}</p>
      <ReleaseList heading={t("waiting", { count: waiting.length })} releases={waiting} />
      <ReleaseList heading={t("decided", { count: decided.length })} releases={decided} />
    </>
  );
}
