import { useTranslations } from "next-intl";
import type { Paragraph, Segment } from "@/lib/domain/clauses";
import { Anchor } from "./ui/anchor";

/** The whole text of a document; the words of each tracked clause lead to its task. */
export function DocumentText({ paragraphs }: { paragraphs: Paragraph[] }) {
  const t = useTranslations("public.document");
  return (
    <section className="mt-8">
      <h2 className="text-lg font-bold">{t("text")}</h2>
      <p className="text-sm text-muted">{t("textHint")}</p>
      <ol lang="zh-CN" className="mt-3 space-y-3 rounded border border-line bg-paper p-4">
        {paragraphs.map(({ number, segments }) => (
          <li
            key={number}
            className="ml-6 list-decimal pl-1 leading-loose marker:text-sm marker:text-muted"
          >
            <p className="whitespace-pre-line">
              {segments.map((segment) => (
                <ClauseText key={segment.start} segment={segment} />
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ClauseText({ segment: { text, code, anchors } }: { segment: Segment }) {
  return (
    <>
      {anchors
        .filter((anchor) => anchor !== code)
        .map((anchor) => (
          <span key={anchor} id={`clause-${anchor}`} />
        ))}
      {code ? (
        <Anchor
          href={`/tasks/${code}`}
          id={anchors.includes(code) ? `clause-${code}` : undefined}
          className="bg-brand-tint underline target:bg-caution-tint"
        >
          {text}
        </Anchor>
      ) : (
        text
      )}
    </>
  );
}
