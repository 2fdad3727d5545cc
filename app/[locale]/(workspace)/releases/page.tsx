import { getTranslations } from "next-intl/server";
import { ReleaseList } from "@/components/releases/release-list";
import { listReleases } from "@/db/queries/releases";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";

export async function generateMetadata() {
  return { title: (await getTranslations("work.release"))("listTitle") };
}

export default async function ReleasesPage() {
  const actor = await requirePermission("/releases", "release.read");
  const [t, all] = await Promise.all([
    getTranslations("work.release"),
    listReleases(actor, await currentDay()),
  ]);
  const open = all.filter(({ disclosure }) => disclosure === null);
  const late = open.filter(({ workdaysLeft }) => workdaysLeft < 0);
  const waiting = open.filter(({ workdaysLeft }) => workdaysLeft >= 0);
  const decided = all.filter(({ disclosure }) => disclosure !== null);
  return (
    <>
      <h1 className="text-2xl font-bold">{t("listTitle")}</h1>
      <p className="mt-1 text-muted">{t("listHint")}</p>
      {open.length === 0 && <p className="mt-4">{t("none")}</p>}
      <ReleaseList heading={t("late", { count: late.length })} releases={late} />
      <ReleaseList heading={t("waiting", { count: waiting.length })} releases={waiting} />
      <ReleaseList heading={t("decided", { count: decided.length })} releases={decided} />
    </>
  );
}
