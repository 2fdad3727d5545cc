import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { type Followed, followedPath } from "@/lib/domain/subscriptions";

function dataPath({ kind, target }: Followed, type: "" | ".csv"): string {
  return kind === "task" ? `/api/v1/tasks/${target}` : `/api/v1/tasks${type}?${kind}=${target}`;
}

type Props = {
  followed: Followed;
  /** Whether this site sends mail: what it does not send is not offered. */
  isMailOn: boolean;
};

/** The ways to hear of what happens next: by mail, by feed, as a calendar of due days; and the same as data. */
export function FollowLinks({ followed, isMailOn }: Props) {
  const t = useTranslations("subscriptions.links");
  const path = followedPath(followed);
  const link = "inline-flex min-h-6 items-center underline";
  return (
    <p className="no-print mt-6 flex flex-wrap gap-x-5">
      {isMailOn && (
        <Anchor
          href={`/subscriptions/new?kind=${followed.kind}&target=${followed.target}`}
          className={link}
        >
          {t("mail")}
        </Anchor>
      )}
      <Anchor href={`${path}/feed.atom`} className={link}>
        {t("atom")}
      </Anchor>
      {followed.kind !== "task" && (
        <Anchor href={`${path}/calendar.ics`} className={link}>
          {t("calendar")}
        </Anchor>
      )}
      {followed.kind === "plan" && (
        <Anchor href={`${path}/onepage.pdf`} className={link}>
          {t("sheet")}
        </Anchor>
      )}
      <a href={dataPath(followed, "")} className={link}>
        {t("json")}
      </a>
      {followed.kind !== "task" && (
        <a href={dataPath(followed, ".csv")} className={link}>
          {t("csv")}
        </a>
      )}
    </p>
  );
}
