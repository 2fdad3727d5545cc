import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/breadcrumb";
import { CompareForm } from "@/components/compare-form";
import { CompareLists } from "@/components/compare-lists";
import { firstPublicDay } from "@/db/queries/public";
import { askedDay } from "@/lib/as-of";
import { compareDays } from "@/lib/domain/comparison";
import { addDays } from "@/lib/domain/days";
import { publicMetadata } from "@/lib/public-metadata";
import { listPublicTasks } from "@/lib/public-tasks";
import { stoodOf } from "@/lib/stood";
import { PublicPage } from "../public-page";

type Props = { searchParams: Promise<{ from?: string; to?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("compare");
  return publicMetadata({ path: "/compare", title: t("title"), description: t("lead") });
}

export default async function ComparePage({ searchParams }: Props) {
  const asked = await searchParams;
  const [one, other] = await Promise.all([
    askedDay({ asof: asked.from }),
    askedDay({ asof: asked.to }),
  ]);
  const { today } = other;
  const start = (await firstPublicDay()) ?? today;
  const back = (days: number) => [start, addDays(today, -days)].sort().at(-1) ?? today;
  const chosen = asked.from && !one.refused ? one.asOf : back(30);
  const [from = today, to = today] = [chosen, other.asOf].sort();
  const [t, earlier, later] = await Promise.all([
    getTranslations("compare"),
    listPublicTasks(from),
    listPublicTasks(to),
  ]);
  const tracked = (tasks: typeof later) => tasks.filter((task) => task.isTracked).map(stoodOf);
  const presets = [
    { key: "month", from: back(30) },
    { key: "quarter", from: back(90) },
    { key: "start", from: start },
  ] as const;
  return (
    <PublicPage path="/compare">
      <Breadcrumb steps={[]} />
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("lead")}</p>
      {(one.refused || other.refused) && (
        <p role="status" className="mt-2 text-alarm">
          {t("refused")}
        </p>
      )}
      <CompareForm from={from} to={to} today={today} presets={[...presets]} />
      <CompareLists comparison={compareDays(tracked(earlier), tracked(later))} />
    </PublicPage>
  );
}
