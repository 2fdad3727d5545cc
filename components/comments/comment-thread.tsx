import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/day";
import type { Role } from "@/lib/domain/people/roles";

export type TaskComment = {
  id: string;
  body: string;
  postedAt: Date;
  author: { name: string; role: Role; unit: string };
  mentioned: { id: string; name: string; unit: string }[];
};

/** What was said, oldest first, as it was typed. */
export function CommentThread({ comments }: { comments: TaskComment[] }) {
  const t = useTranslations();
  if (comments.length === 0) return <p className="text-muted">{t("work.comments.none")}</p>;
  return (
    <ol className="divide-y divide-line border border-line bg-paper">
      {comments.map(({ id, body, postedAt, author, mentioned }) => (
        <li key={id} className="space-y-1 p-3">
          <p className="text-sm text-muted">
            <strong className="font-semibold text-ink">{author.name}</strong>
            {" · "}
            <span lang="zh-CN">{author.unit}</span>
            {" · "}
            {t(`roles.${author.role}`)}
            {" · "}
            <Moment at={postedAt} />
          </p>
          <p className="whitespace-pre-wrap" dir="auto">
            <bdi>{body}</bdi>
          </p>
          {mentioned.length > 0 && (
            <p className="text-sm">
              {t("work.comments.mentioned")}
              {mentioned.map(({ id, name, unit }) => (
                <span key={id} className="ml-1.5 rounded bg-brand-tint px-1.5 text-brand-dark">
                  {t("work.comments.person", { name, unit })}
                </span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
