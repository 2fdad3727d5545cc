import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdvanceClock } from "@/components/system/advance-clock";
import { Day } from "@/components/ui/day";
import { isWorkerRunning } from "@/db/queries/health";
import { requirePermission } from "@/lib/auth/session";
import { daysUnderWay, demoDay } from "@/lib/clock";
import { advance } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.clock"))("title") };
}

export default async function DemoClockPage() {
  await requirePermission("clock.advance");
  const demo = await demoDay();
  if (!demo) notFound();
  const t = await getTranslations("work.clock");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="my-3">{t("hint")}</p>
      <p className="my-3">
        {t("today")}{" "}
        <strong className="font-semibold">
          <Day day={demo.demo} />
        </strong>
      </p>
      <AdvanceClock
        underWay={await daysUnderWay()}
        isWorkerRunning={await isWorkerRunning()}
        advance={advance}
      />
    </>
  );
}
