import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DecideForm } from "@/components/corrections/decide-form";
import { ChangeText } from "@/components/documents/correction-log";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Day } from "@/components/ui/day";
import { RefusalNotice } from "@/components/ui/refusal";
import { correctionDetail } from "@/db/queries/corrections";
import { requirePermission } from "@/lib/auth/session";
import { dayIn } from "@/lib/domain/calendar/days";
import { isOwnWords } from "@/lib/domain/documents/corrections";
import { decide } from "../actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.correction"))("title") };
}

export default async function CorrectionPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePermission("correction.confirm");
  if (!z.uuid().safeParse(id).success) notFound();
  const found = (await correctionDetail(actor, id)) ?? notFound();
  const { status, version, changes, confirmRefusal } = found;
  const [t, s] = await Promise.all([
    getTranslations("work.correction"),
    getTranslations("correctionStatus"),
  ]);
  const isOpen = status === "open";
  return (
    <>
      <Breadcrumb links={[{ href: "/corrections", title: t("title") }]} />
      <h1 className="text-2xl font-bold" lang="zh-CN">
        {t("decideTitle", { title: `${found.name} ${found.title}` })}
      </h1>
      <p className="mb-4 text-muted">
        {s(status)} · {found.proposedBy} · <Day day={dayIn(found.proposedAt)} />
      </p>
      <div className="max-w-3xl space-y-4">
        {changes.filter(isOwnWords).map((change) => (
          <p key={change.field} lang="zh-CN" className="border-l-4 border-line pl-3">
            <ChangeText change={change} />
          </p>
        ))}
        <p lang="zh-CN">
          {t("reason")}：{found.reason}
        </p>
        {isOpen && confirmRefusal && <RefusalNotice refusal={confirmRefusal} />}
        {isOpen && !confirmRefusal && (
          <DecideForm decision="confirm" seen={{ id, version }} decide={decide} />
        )}
        {isOpen && <DecideForm decision="decline" seen={{ id, version }} decide={decide} />}
      </div>
    </>
  );
}
