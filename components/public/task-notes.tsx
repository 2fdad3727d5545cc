import { useTranslations } from "next-intl";

type Notes = { reference: string | null; note: string | null };

/** Where else the task is written, and what a reader should know about how it was taken from its document. */
export function TaskNotes({ task: { reference, note } }: { task: Notes }) {
  const t = useTranslations("public");
  if (!reference && !note) return null;
  return (
    <section className="mt-8 max-w-4xl text-sm text-muted">
      <h2 className="text-lg font-bold text-ink">{t("notes")}</h2>
      {note && <p lang="zh-CN">{note}</p>}
      {reference && (
        <p>
          {t("reference")} <span lang="zh-CN">{reference}</span>
        </p>
      )}
    </section>
  );
}
