import type { ReadDocument } from "@/lib/domain/imports/blocks";
import type { DocumentFacts } from "@/lib/domain/imports/candidates";
import { documentNumber } from "./document-number";
import { issuerOfHead } from "./issuer";
import { linesOf } from "./lines";
import { signatureOf } from "./signature";
import { planTitleOf, titleOf } from "./title";

/** What a document says of itself, each as a place in its text; null where it does not say it. */
export function factsOf(document: ReadDocument): DocumentFacts {
  const lines = linesOf(document);
  const title = titleOf(document.text, lines);
  const signature = signatureOf(document.text, lines);
  return {
    title,
    planTitle: planTitleOf(document.text, lines, title),
    number: documentNumber(document.text, lines),
    issuer: signature?.issuer ?? issuerOfHead(document.text, lines, title),
    dated: signature?.dated ?? null,
    datedOn: signature?.datedOn ?? null,
  };
}
