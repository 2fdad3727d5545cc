import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { LightShape } from "@/components/ui/light-tag";
import type { Paragraph, Segment } from "@/lib/domain/documents/clauses";
import type { Light } from "@/lib/domain/tasks/lights";

/** The light of each tracked task, by code. */
type Lights = ReadonlyMap<string, Light>;

type Props = { paragraphs: Paragraph[]; lights: Lights };

/** A page of the text of a document, or all of it; the words of each clause lead to its task, and where they end stands its light. */
export function DocumentText({ paragraphs, lights }: Props) {
  const t = useTranslations("public.document");
  return (
    <section className="mt-8">
      <h2 className="text-lg font-bold">{t("text")}</h2>
      <p className="text-sm text-muted">{t("textHint")}</p>
      <ol
        lang="zh-CN"
        start={paragraphs[0]?.number}
        className="mt-3 space-y-3 rounded border border-line bg-paper p-4"
      >
        {paragraphs.map(({ number, segments }) => (
          <li
            key={number}
            className="ml-6 list-decimal pl-1 leading-loose marker:text-sm marker:text-muted"
          >
            <p className="whitespace-pre-line">
              {segments.map((segment) => (
                <ClauseText key={segment.start} segment={segment} lights={lights} />
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ClauseText({
  segment: { text, code, anchors, ends },
  lights,
}: {
  segment: Segment;
  lights: Lights;
}) {
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
      {ends.slice(0, mostLights).map((ended) => (
        <ClauseLight key={ended} code={ended === code ? null : ended} light={lights.get(ended)} />
      ))}
      {ends.length > mostLights && <MoreLights count={ends.length - mostLights} />}
    </>
  );
}

/** Many parts of a task quote the same words; the task's page has them all. */
const mostLights = 8;

function MoreLights({ count }: { count: number }) {
  const t = useTranslations("public.document");
  const locale = useLocale();
  return (
    <small lang={locale} className="mx-1 select-none">
      {t("moreLights", { count })}
    </small>
  );
}

/**
 * Beside the document's words and none of them: who copies the text does not get it. A principle has no light; `code`
 * is given where it is not that of the words just before.
 */
function ClauseLight({ code, light }: { code: string | null; light: Light | undefined }) {
  const t = useTranslations("lights");
  const locale = useLocale();
  if (!light) return null;
  return (
    <small lang={locale} className="mx-1 inline-block select-none">
      {code} <LightShape light={light} /> {t(light)}
    </small>
  );
}
