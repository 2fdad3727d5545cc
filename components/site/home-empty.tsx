import { useTranslations } from "next-intl";

/** What the office says of its site, in its own words; nothing while it has said nothing. */
export function HomeIntro({ intro }: { intro: string }) {
  if (!intro) return null;
  return (
    <p lang="zh-CN" className="mb-4 text-muted">
      {intro}
    </p>
  );
}

/** The home page before the first plan is public: what will stand here, and where to write until then. */
export function HomeEmpty({ intro }: { intro: string }) {
  const t = useTranslations();
  return (
    <>
      <h1 className="text-xl font-bold sm:text-2xl">{t("site.title")}</h1>
      <div className="mt-3 space-y-2">
        <HomeIntro intro={intro} />
        <p>{t("home.empty")}</p>
        <p className="text-muted">{t("home.emptyNext")}</p>
      </div>
    </>
  );
}
