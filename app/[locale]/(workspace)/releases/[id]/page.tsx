import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ReleaseForm, UnpublishForm } from "@/components/releases/release-form";
import { ReleaseState } from "@/components/releases/release-list";
import { SubmissionText } from "@/components/submissions/submission-text";
import { Anchor } from "@/components/ui/anchor";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import { database } from "@/db/client";
import { unitOptions } from "@/db/queries/people/unit-options";
import { releaseDetail } from "@/db/queries/releases";
import { requireActor } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { publicParts } from "@/lib/domain/releases";
import { unitsNamedIn } from "@/lib/domain/submissions/contents";
import { release, unpublish } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.release"))("title") };
}

export default async function ReleasePage({ params }: Props) {
  const { id } = await params;
  const actor = await requireActor();
  if (!z.uuid().safeParse(id).success) notFound();
  const found = await releaseDetail(actor, id, await currentDay());
  if (!found) notFound();
  const [t, units] = await Promise.all([
    getTranslations(),
    unitOptions(database(), unitsNamedIn(found.content)),
  ]);
  const { code, title, unit, kind, content, releaseRefusal, unpublishRefusal } = found;
  const isWaiting = found.disclosure === null;
  return (
    <>
      <h1 className="text-2xl font-bold">{t("work.release.title")}</h1>
      <p>
        <Anchor href={`/work/${code}`} lang="zh-CN">
          {t("work.report.forTask", { code, title })}
        </Anchor>
      </p>
      <p className="mb-4 text-muted">
        <span lang="zh-CN">{unit}</span> · {t(`submissionKinds.${kind}`)} ·{" "}
        <ReleaseState {...found} />
      </p>
      <div className="max-w-3xl space-y-6">
        <p>{t("work.release.asPublic")}</p>
        <SubmissionText content={content} units={units} only={publicParts(content.kind)} />
        {found.withdrawalReason && (
          <Notice tone="info">
            <p lang="zh-CN">{found.withdrawalReason}</p>
          </Notice>
        )}
        {isWaiting && releaseRefusal && <RefusalNotice refusal={releaseRefusal} />}
        {isWaiting && !releaseRefusal && <ReleaseForm submissionId={id} release={release} />}
        {!unpublishRefusal && <UnpublishForm submissionId={id} unpublish={unpublish} />}
      </div>
    </>
  );
}
