import { getTranslations } from "next-intl/server";
import { Anchor } from "@/components/ui/anchor";
import { currentHolder } from "@/lib/auth/session";
import { homeOf } from "@/lib/domain/people/home";
import { PublicPage } from "./(public)/public-page";
import WorkspaceLayout from "./(workspace)/layout";

/** A page that is not there: whoever is signed in stays in the workspace, and is led back to their work. */
export default async function NotFound() {
  const holder = await currentHolder();
  if (!holder)
    return (
      <PublicPage path="/">
        <Missing href="/" home="home" />
      </PublicPage>
    );
  return (
    <WorkspaceLayout>
      <Missing href={homeOf(holder.actor.role)} home="work" />
    </WorkspaceLayout>
  );
}

async function Missing({ href, home }: { href: string; home: "home" | "work" }) {
  const t = await getTranslations("public.notFound");
  return (
    <>
      <title>{t("title")}</title>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-2">{t("text")}</p>
      <p className="mt-4">
        <Anchor href={href}>{t(home)}</Anchor>
      </p>
    </>
  );
}
