import type { Place } from "@/lib/domain/documents/quotes";
import type { Form } from "./forms";

/** What a list makes of a name, before it is compared with the others: `responsible` leads if nobody else does. */
export type Part = "lead" | "responsible" | "helping" | "implementing";

/** A name that a rule read, in which of the groups that commas make.  */
export type Mention = { name: Place; words: string; form: Form; part: Part; group: number };

/** What one rule read at one place. */
export type Reading = {
  rule: string;
  mentions: Mention[];
  isOpenEnded: boolean;
  verbatim: Place | null;
};
