import { useTranslations } from "next-intl";
import type { NamedPerson } from "@/lib/domain/tasks/handlers";

/** 承办人, beside a task in a list; nothing where the lead unit has named nobody. */
export function HandlerName({ task }: { task: { handler: NamedPerson | null } }) {
  const t = useTranslations("work.handlers");
  if (!task.handler) return null;
  return (
    <span className="text-sm text-muted">
      {t("handler")} <NamedPersonText person={task.handler} />
    </span>
  );
}

/** Somebody the lead unit has named, with a word where they have left the post since. */
export function NamedPersonText({ person }: { person: NamedPerson | null }) {
  const t = useTranslations("work.handlers");
  if (!person) return t("nobody");
  return (
    <>
      <span lang="zh-CN">{person.name}</span>
      {!person.counts && <span className="text-caution">{t("gone")}</span>}
    </>
  );
}
