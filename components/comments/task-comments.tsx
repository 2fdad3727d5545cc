import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/day";
import { Pages } from "@/components/ui/pages";
import type { Action } from "@/lib/domain/action-result";
import type { CommentInput } from "@/lib/domain/comments";
import type { Person } from "@/lib/domain/people/accounts";
import type { Role } from "@/lib/domain/people/roles";
import { CommentForm } from "./comment-form";

type Props = {
  code: string;
  comments: TaskComment[];
  /** How many there are in all, and which part of them these are. */
  count: number;
  place: { page: number; pages: number; hrefOf: (page: number) => string };
  /** Whom a comment can mention; null for whoever only reads. */
  people: Person[] | null;
  post: Action<CommentInput, unknown>;
};

/** 交流: what units and supervisors say to each other about a task. */
export function TaskComments({ code, comments, count, place, people, post }: Props) {
  const t = useTranslations("work.comments");
  return (
    <section aria-labelledby="comments" className="mt-6">
      <h2 id="comments" className="text-lg font-bold">
        {t("title", { count })}
      </h2>
      <p className="mb-2 text-sm text-muted">{t("hint")}</p>
      <CommentThread comments={comments} />
      <Pages {...place} label={t("title", { count })} />
      {people && <CommentForm code={code} people={people} post={post} />}
    </section>
  );
}

type TaskComment = {
  id: string;
  body: string;
  postedAt: Date;
  author: { name: string; role: Role; unit: string };
  mentioned: { id: string; name: string; unit: string }[];
};

/** What was said, oldest first, as it was typed. */
function CommentThread({ comments }: { comments: TaskComment[] }) {
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
