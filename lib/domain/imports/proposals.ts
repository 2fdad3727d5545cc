import type { ReadDocument } from "./blocks";
import type { Owners, Proposals } from "./candidates";
import { certaintyOf } from "./certainty";
import { itemsOf } from "./items/items";

const nobody: Owners = { owners: [], verbatim: null, scope: "none", isOpenEnded: false };

/** What a document asks to be done, by whom and by when, each value with its place in the text. */
export function proposalsOf(document: ReadDocument): Proposals {
  const items = itemsOf(document);
  const facts = { title: null, number: null, issuer: null, dated: null, datedOn: null };
  const candidates = items.map((item) => {
    const candidate = { ...item, ...nobody, deadlines: [], targets: [] };
    return { ...candidate, certainty: certaintyOf(candidate) };
  });
  return { facts, candidates };
}
