import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { PublicPage } from "./(public)/public-page";

export default function NotFound() {
  const t = useTranslations("public.notFound");
  return (
    <PublicPage path="/">
      <title>{t("title")}</title>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mt-2">{t("text")}</p>
      <p className="mt-4">
        <Anchor href="/">{t("home")}</Anchor>
      </p>
    </PublicPage>
  );
}
