import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { type Followed, followedPath } from "@/lib/domain/subscriptions";

function dataPath({ kind, target }: Followed, type: "" | ".csv"): string {
  return kind === "task" ? `/api/v1/tasks/${target}` : `/api/v1/tasks${type}?${kind}=${target}`;
}

/** The ways to hear of what happens next: by mail, by feed, as a calendar of due days; and the same as data. */
export function FollowLinks({ followed }: { followed: Followed }) {
  const t = useTranslations("subscriptions.links");
  const path = followedPath(followed);
  const link = "inline-flex min-h-6 items-center underline";
  return (
    <p className="no-print mt-6 flex flex-wrap gap-x-5">
      <Anchor
        href={`/subscriptions/new?kind=${followed.kind}&target=${followed.target}`}
        className={link}
      >
        {t("mail")}
      </Anchor>
      <a href={`${path}/feed.atom`} className={link}>
        {t("atom")}
      </a>
      {followed.kind !== "task" && (
        <a href={`${path}/calendar.ics`} className={link}>
          {t("calendar")}
        </a>
      )}
      {followed.kind === "plan" && (
        <a href={`${path}/onepage.pdf`} className={link}>
          {t("sheet")}
        </a>
      )}
      <a href={dataPath(followed, "")} className={link}>
        JSON
      </a>
      {followed.kind !== "task" && (
        <a href={dataPath(followed, ".csv")} className={link}>
          {t("csv")}
        </a>
      )}
    </p>
  );
}
