import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { OwnSignIns } from "@/components/audit/own-sign-ins";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ownSignIns } from "@/db/queries/audit";
import { requireActor } from "@/lib/auth/session";
import { currentTime } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import { signInHistoryDays } from "@/lib/domain/people/accounts";

const pageSize = 50;
const query = z.object({ before: z.uuid().optional().catch(undefined) });

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.signIns"))("title") };
}

export default async function SignInsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { before } = query.parse(await searchParams);
  const since = new Date((await currentTime()).getTime() - signInHistoryDays * 86_400_000);
  const entries = await ownSignIns(actor, { since, before, limit: pageSize + 1 });
  const t = await getTranslations("work");
  return (
    <>
      <Breadcrumb links={[{ href: "/account", title: t("account.title") }]} />
      <h1 className="mb-3 text-2xl font-bold">{t("signIns.title")}</h1>
      <p className="max-w-2xl text-muted">{t("signIns.lead", { days: signInHistoryDays })}</p>
      <OwnSignIns
        entries={entries.slice(0, pageSize)}
        isFirst={before === undefined}
        hasOlder={entries.length > pageSize}
      />
    </>
  );
}
