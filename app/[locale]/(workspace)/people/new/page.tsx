import { getTranslations } from "next-intl/server";
import { NewAccountForm } from "@/components/people/new-account-form";
import { Anchor } from "@/components/ui/anchor";
import { requirePermission } from "@/lib/auth/session";
import { create, findUnits } from "../actions";

export async function generateMetadata() {
  return { title: (await getTranslations("work.people"))("new") };
}

export default async function NewPersonPage() {
  await requirePermission("account.manage");
  const t = await getTranslations("work.people");
  return (
    <div className="max-w-3xl">
      <p className="text-sm">
        <Anchor href="/people">{t("title")}</Anchor>
      </p>
      <h1 className="text-2xl font-bold">{t("new")}</h1>
      <p className="mb-3 text-muted">{t("newHint")}</p>
      <NewAccountForm create={create} findUnits={findUnits} />
    </div>
  );
}
