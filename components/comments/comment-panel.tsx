import { useTranslations } from "next-intl";
import type { Action } from "@/lib/domain/action-result";
import type { CommentInput } from "@/lib/domain/comments";
import { CommentForm } from "./comment-form";
import type { Mentionable } from "./comment-mentions";
import { CommentThread, type TaskComment } from "./comment-thread";

type Props = {
  code: string;
  comments: TaskComment[];
  /** Whom a comment can mention; null for whoever only reads. */
  people: Mentionable[] | null;
  post: Action<CommentInput, unknown>;
};

/** 交流: what units and supervisors say to each other about a task. */
export function TaskComments({ code, comments, people, post }: Props) {
  const t = useTranslations("work.comments");
  return (
    <section aria-labelledby="comments" className="mt-6">
      <h2 id="comments" className="text-lg font-bold">
        {t("title", { count: comments.length })}
      </h2>
      <p className="mb-2 text-sm text-muted">{t("hint")}</p>
      <CommentThread comments={comments} />
      {people && <CommentForm code={code} people={people} post={post} />}
    </section>
  );
}
