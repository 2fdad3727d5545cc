import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CandidateCard } from "@/components/imports/candidate-card";
import { DocumentStretch } from "@/components/imports/document-stretch";
import { ImportHead } from "@/components/imports/import-head";
import { SectionHead } from "@/components/imports/section-head";
import { stretchParagraphs } from "@/components/imports/stretch-paragraphs";
import { Workbench } from "@/components/imports/workbench";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { FilterSelect, option } from "@/components/ui/field";
import { FilterForm } from "@/components/ui/filter-form";
import { Pages } from "@/components/ui/pages";
import { importSections, listCandidates } from "@/db/queries/imports/candidates";
import { importText, paragraphsAround } from "@/db/queries/imports/stretch";
import { certainties } from "@/lib/domain/imports/candidates";
import { candidateStates, decisionRefusal, decisions } from "@/lib/domain/imports/imports";
import { idSchema, oneText, type Query } from "@/lib/domain/inputs";
import { localePath } from "@/messages/locales";
import { findUnits } from "../../../registrations/actions";
import { loadImport } from "../load-import";
import { pressRefusal } from "../press-refusal";
import { shownCandidates } from "./shown-candidates";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.imports"))("benchTitle") };
}

const idIn = (said: Query[string]) => idSchema.safeParse(oneText(said)).data;

/** 工作台: the document on one side, what is proposed from it on the other, a decision for each. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const { actor, found, counts } = await loadImport(id);
  const locale = await getLocale();
  if (found.state !== "read" && found.state !== "confirmed")
    redirect(localePath(locale, `/imports/${id}`));
  const state = candidateStates.find((each) => each === oneText(query.state));
  const certainty = certainties.find((each) => each === oneText(query.certainty));
  const asked = { ...(state && { state }), ...(certainty && { certainty }) };
  const listed = await listCandidates(actor, id, {
    ...{ ...asked, page: query.page, around: idIn(query.around) },
  });
  const places = listed.rows.flatMap(({ quotes, edited }) => edited?.quotes ?? quotes);
  const text = (await importText(actor, id)) ?? notFound();
  const [shown, blocks, sections, refusal, t] = await Promise.all([
    shownCandidates(listed.rows, text),
    paragraphsAround(actor, id, places),
    importSections(actor, id),
    pressRefusal(searchParams),
    getTranslations("work.imports"),
  ]);
  const hrefOf = (page: number) =>
    `/imports/${id}/review?${new URLSearchParams({ ...asked, page: String(page) })}`;
  const press = {
    action: `/api/imports/${id}`,
    key: randomUUID(),
    back: localePath(locale, hrefOf(listed.page)),
  };
  const isOpen = found.state === "read";
  return (
    <>
      <ImportHead id={id} title={found.title} here="review" isOpen={isOpen} counts={counts} />
      <FilterForm label={t("show")}>
        <FilterSelect
          name="state"
          label={t("stateLabel")}
          value={state ?? ""}
          options={[
            option("", t("all")),
            ...candidateStates.map((each) =>
              option(
                each,
                t("stateCount", { state: t(`states.${each}`), count: found.counts[each] }),
              ),
            ),
          ]}
        />
        <FilterSelect
          name="certainty"
          label={t("certaintyLabel")}
          value={certainty ?? ""}
          options={[
            option("", t("all")),
            ...certainties.map((each) => option(each, t(`certainties.${each}`))),
          ]}
        />
      </FilterForm>
      {isOpen && <p className="mb-1">{t("leftToDecide", { left: found.counts.proposed })}</p>}
      {isOpen && <p className="mb-3 hidden text-sm text-muted lg:block">{t("keysHint")}</p>}
      {refusal}
      {listed.total === 0 && <p>{t("nothingProposed")}</p>}
      <Workbench>
        <div className="grid gap-4 lg:grid-cols-2">
          <div className="hidden lg:block">
            <DocumentStretch paragraphs={stretchParagraphs({ text, blocks }, shown)} />
          </div>
          <div data-total={listed.total}>
            <ol>
              {shown.map((candidate, i) => {
                const { section } = listed.rows[i] ?? { section: null };
                const isNew = i === 0 || listed.rows[i - 1]?.section !== section;
                const head = sections.find((each) => each.section === section);
                return (
                  <li key={candidate.id} className="mb-3">
                    {isNew && head && <SectionHead head={head} press={press} isOpen={isOpen} />}
                    <CandidateCard
                      candidate={candidate}
                      press={press}
                      before={shown[i - 1] ?? null}
                      findUnits={findUnits}
                      decisions={
                        isOpen
                          ? decisions.filter((each) => !decisionRefusal(candidate.state, each))
                          : []
                      }
                    />
                  </li>
                );
              })}
            </ol>
            <Pages page={listed.page} pages={listed.pages} hrefOf={hrefOf} />
          </div>
        </div>
      </Workbench>
      {isOpen && (
        <p className="mt-6">
          <Anchor
            href={`/imports/${id}/${counts.questions > 0 ? "questions" : "preview"}`}
            data-count={counts.questions || undefined}
            className={buttonStyle()}
          >
            {t(counts.questions > 0 ? "goQuestions" : "goPreview", { count: counts.questions })}
          </Anchor>
        </p>
      )}
    </>
  );
}
