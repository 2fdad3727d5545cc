import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";

type Clause = {
  code: string;
  quote: string;
  sentence: string | null;
  place: { paragraph: number };
  document: { slug: string; title: string };
  textPage: number;
};
/** `pathOf` is where a page of a document is, on the day that is shown. */
type Props = { task: Clause; pathOf?: (path: string, page: number) => string };

const today = (path: string, page: number) => (page > 1 ? `${path}?page=${page}` : path);

/** The document's own words for a task, with the way to their place in it. */
export function ClauseQuote({ task, pathOf = today }: Props) {
  const { code, quote, sentence, place, document, textPage } = task;
  const t = useTranslations("public");
  return (
    <section className="mt-6 max-w-4xl">
      <h2 className="text-lg font-bold">{t("quote")}</h2>
      <figure className="mt-2 rounded-r border-l-4 border-brand bg-paper px-4 py-3">
        <blockquote lang="zh-CN" className="text-lg">
          {quote}
        </blockquote>
        {sentence && (
          <p lang="zh-CN" className="mt-1 text-muted">
            {t("sentence", { text: sentence })}
          </p>
        )}
        <figcaption className="mt-1 text-sm text-muted">
          <Anchor href={`${pathOf(`/documents/${document.slug}`, textPage)}#clause-${code}`}>
            <span lang="zh-CN">{t("titled", { title: document.title })}</span>{" "}
            {t("paragraph", { number: place.paragraph })}
          </Anchor>
        </figcaption>
      </figure>
    </section>
  );
}
