import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportHead } from "@/components/imports/import-head";
import { AskCandidate, AskUnit } from "@/components/imports/questions";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { candidatesOf } from "@/db/queries/imports/candidates";
import { candidateQuestionsOf, unitQuestions } from "@/db/queries/imports/questions";
import { importText } from "@/db/queries/imports/stretch";
import { oneText, type Query } from "@/lib/domain/inputs";
import { localePath } from "@/messages/locales";
import { findUnits } from "../../../registrations/actions";
import { loadImport } from "../load-import";
import { pressRefusal } from "../press-refusal";
import { shownCandidates } from "../review/shown-candidates";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.imports"))("questionsTitle") };
}

/** 待决问题: what only a person can say, a list that empties. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const { actor, found, counts } = await loadImport(id);
  const locale = await getLocale();
  if (found.state !== "read") redirect(localePath(locale, `/imports/${id}`));
  const [units, asked, refusal, t] = await Promise.all([
    unitQuestions(actor, id, oneText(query.units)),
    candidateQuestionsOf(actor, id, oneText(query.page)),
    pressRefusal(searchParams),
    getTranslations("work.imports"),
  ]);
  const text = (await importText(actor, id)) ?? notFound();
  const rows = await candidatesOf(
    actor,
    id,
    asked.rows.map((row) => row.id),
  );
  const shown = new Map((await shownCandidates(rows, text)).map((each) => [each.id, each]));
  const leadsOf = new Map(
    rows.map(({ id: each, owners }) => [
      each,
      owners.flatMap(({ role, unitId, unit }) =>
        (role === "lead" || role === "co_lead") && unitId && unit
          ? [{ id: unitId, name: unit }]
          : [],
      ),
    ]),
  );
  const press = {
    action: `/api/imports/${id}`,
    key: randomUUID(),
    back: localePath(locale, `/imports/${id}/questions`),
  };
  return (
    <>
      <ImportHead id={id} title={found.title} here="questions" isOpen counts={counts} />
      {refusal}
      {counts.questions === 0 && <p>{t("noQuestions")}</p>}
      <div data-total={counts.questions}>
        {units.total > 0 && (
          <section className="mb-8">
            <h2 className="mb-2 text-lg font-bold">{t("unitQuestions", { count: units.total })}</h2>
            <p className="mb-3 text-muted">{t("whoMakesUnits")}</p>
            <ul className="space-y-3">
              {units.rows.map(({ words, count, choices, naming }) => (
                <AskUnit
                  key={words}
                  importId={id}
                  press={press}
                  findUnits={findUnits}
                  question={{ words, times: count, choices, named: naming }}
                />
              ))}
            </ul>
            <Pages
              page={units.page}
              pages={units.pages}
              hrefOf={(to) => `/imports/${id}/questions?units=${to}`}
            />
          </section>
        )}
        {asked.total > 0 && (
          <section>
            <h2 className="mb-2 text-lg font-bold">
              {t("otherQuestions", { count: asked.total })}
            </h2>
            <ul className="space-y-3">
              {asked.rows.map(({ question, id: each }) => {
                const candidate = shown.get(each);
                return (
                  candidate && (
                    <AskCandidate
                      key={`${each} ${question}`}
                      question={question}
                      candidate={candidate}
                      leads={leadsOf.get(each) ?? []}
                      press={press}
                    />
                  )
                );
              })}
            </ul>
            <Pages
              page={asked.page}
              pages={asked.pages}
              hrefOf={(to) => `/imports/${id}/questions?page=${to}`}
            />
          </section>
        )}
      </div>
      <p className="mt-6">
        <Anchor href={`/imports/${id}/preview`} className={buttonStyle()}>
          {t("goPreview", { count: 0 })}
        </Anchor>
      </p>
    </>
  );
}
