import { getTranslations } from "next-intl/server";
import { MoveForm, ReturnForm } from "@/components/registrations/move-forms";
import { Duplicates, RegistrationPreview } from "@/components/registrations/registration-preview";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { RefusalNotice } from "@/components/ui/refusal";
import { confirm, propose, publish, returnDraft } from "../../actions";
import { loadRegistration } from "../load-registration";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.registration"))("preview") };
}

export default async function PreviewPage({ params }: Props) {
  const { id } = await params;
  const found = await loadRegistration(id);
  const { moves, tasks, codes, confirmRefusal, status } = found;
  const [t, s] = await Promise.all([
    getTranslations("work.registration"),
    getTranslations("registrationStatus"),
  ]);
  const seen = { id, version: found.version };
  const isOwn = status === "proposed" && confirmRefusal?.code === "registration_own_work";
  return (
    <>
      <Breadcrumb links={[{ href: "/registrations", title: t("title") }]} />
      <h1 className="text-2xl font-bold" lang="zh-CN">
        {t("previewTitle", { title: found.title })}
      </h1>
      <p className="text-muted">
        {s(status)} · {t("by", { names: found.contributors.join("、") })}
      </p>
      <p className="mb-4">{t("previewHint")}</p>
      <div className="max-w-4xl space-y-6">
        {moves.includes("edit") && (
          <p>
            <Anchor href={`/registrations/${id}`}>{t("edit")}</Anchor>
          </p>
        )}
        {found.planSlug && (
          <p>
            <Anchor href={`/registrations/plans/${found.planSlug}`}>{t("openPlan")}</Anchor>
          </p>
        )}
        <Duplicates {...{ tasks, codes }} duplicates={found.duplicates} />
        <RegistrationPreview {...found} />
        {isOwn && confirmRefusal && <RefusalNotice refusal={confirmRefusal} />}
        {moves.includes("propose") && tasks.length > 0 && (
          <MoveForm move="propose" seen={seen} act={propose} />
        )}
        {moves.includes("confirm") && <MoveForm move="confirm" seen={seen} act={confirm} />}
        {moves.includes("return") && <ReturnForm seen={seen} act={returnDraft} />}
        {moves.includes("publish") && <MoveForm move="publish" seen={seen} act={publish} />}
      </div>
    </>
  );
}
