import { z } from "zod";
import { confirmSure, decideCandidates } from "@/db/mutations/imports/decisions";
import { decideChange } from "@/db/mutations/imports/edition-changes";
import { editCandidate, mergeCandidates } from "@/db/mutations/imports/edits";
import { fileImport } from "@/db/mutations/imports/file-import";
import { abandonImport, correctFacts, setColumns } from "@/db/mutations/imports/imports";
import { answerQuestion, resolveOwner } from "@/db/mutations/imports/questions";
import { splitCandidate } from "@/db/mutations/imports/splits";
import { unitsNamed } from "@/db/queries/imports/unit-names";
import { action } from "@/lib/actions/action";
import type { ActionResult } from "@/lib/domain/action-result";
import {
  answerQuestionSchema,
  confirmSureSchema,
  correctFactsSchema,
  decideCandidatesSchema,
  decideChangeSchema,
  editCandidateSchema,
  fileImportSchema,
  mergeCandidatesSchema,
  moveImportSchema,
  resolveOwnerSchema,
  type SaidDeadline,
  setColumnsSchema,
  splitCandidateSchema,
} from "@/lib/domain/imports/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import { unitNames } from "@/lib/domain/registrations/drafts";

/** What a form of an import says: its fields by name. */
type Said = { id: string; one: (name: string) => string; all: (name: string) => string[] };
type Press = (said: Said, person: string) => Promise<ActionResult<unknown>>;

const number = ({ one }: Said, name: string) => Number(one(name) || Number.NaN);
const day = ({ one }: Said, name: string) => one(name) || null;
const press = ({ id, one }: Said) => ({ key: one("key"), id });
const seen = (said: Said) => ({ ...press(said), version: number(said, "version") });
const candidate = (said: Said) => ({
  id: said.one("candidate"),
  version: number(said, "version"),
});
const deadline = (said: Said) =>
  ({
    kind: said.one("deadlineKind"),
    windowStart: day(said, "windowStart"),
    dueOn: day(said, "dueOn"),
    cycle: said.one("cycle"),
  }) as SaidDeadline;

/** One press: what the form says, as the input that the mutation takes. Both ask the schema, so nothing here need check. */
function pressOf<Schema extends z.ZodType>(
  schema: Schema,
  mutate: (actor: Actor, input: z.output<Schema>, now: Date) => Promise<unknown>,
  inputOf: (said: Said) => unknown,
): Press {
  return (said, person) =>
    action({ permission: "plan.draft", schema }, mutate)(inputOf(said) as z.input<Schema>, person);
}

const decide = (decision: "confirm" | "reject" | "undo") =>
  pressOf(decideCandidatesSchema, decideCandidates, (said) => ({
    ...press(said),
    ...{ decision, candidates: [candidate(said)] },
  }));

/** What somebody changed of what the form showed them: the rest stays the document's, whatever becomes known of it later. */
function changed({ one }: Said, ...names: string[]): boolean {
  const shown = z.record(z.string(), z.string()).safeParse(parsed(one("shown"))).data ?? {};
  return names.some((name) => one(name).trim() !== (shown[name] ?? ""));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Units come by name: the ids are looked up behind the door, for whoever may. */
const edit: Press = (said, person) =>
  action({ permission: "plan.draft", schema: editCandidateSchema }, async (actor, input, now) => {
    const [lead, second] = changed(said, "lead")
      ? await unitsNamed(unitNames(said.one("lead")), "lead")
      : [];
    if (second) throw new Refused(refuse("lead_several", { field: "lead" }));
    const leads = changed(said, "lead") && { leadId: lead?.id ?? null };
    const cooperating = changed(said, "cooperating") && {
      cooperatingIds: (await unitsNamed(unitNames(said.one("cooperating")), "cooperating")).map(
        ({ id }) => id,
      ),
    };
    return editCandidate(
      actor,
      { ...input, edited: { ...input.edited, ...leads, ...cooperating } },
      now,
    );
  })(
    {
      ...{ ...press(said), candidate: candidate(said) },
      edited: {
        ...(changed(said, "title") && { title: said.one("title") }),
        ...(changed(said, "kind") && { kind: said.one("kind") as "measure" }),
        ...(changed(said, "deadlineKind", "windowStart", "dueOn", "cycle") && {
          deadline: deadline(said),
        }),
      },
    },
    person,
  );

/** A unit by its code, which a button says, or by the name that was typed; neither, where the words mean none. */
const resolve: Press = (said, person) =>
  action({ permission: "plan.draft", schema: resolveOwnerSchema }, async (actor, input, now) => {
    const [typed] = await unitsNamed(unitNames(said.one("unitName")), "unitName");
    const unitCode = said.one("none") ? null : (input.unitCode ?? typed?.code ?? null);
    return resolveOwner(actor, { ...input, unitCode }, now);
  })({ ...press(said), words: said.one("words"), unitCode: said.one("unit") || null }, person);

/** Something that no page has: refused like everything that may not be, and as what nobody asks. */
export const nothing: Press = pressOf(
  z.never(),
  () => Promise.reject(),
  () => null,
);

/** What can be pressed on the pages of an import, by the name that its button sends. */
export const formActions: Record<string, Press> = {
  confirm: decide("confirm"),
  reject: decide("reject"),
  undo: decide("undo"),
  edit,
  resolve,
  sure: pressOf(confirmSureSchema, confirmSure, (said) => ({
    ...press(said),
    section: said.one("section") === "" ? null : number(said, "section"),
    count: number(said, "count"),
  })),
  merge: pressOf(mergeCandidatesSchema, mergeCandidates, (said) => ({
    ...press(said),
    into: { id: said.one("into"), version: number(said, "intoVersion") },
    candidates: [candidate(said)],
  })),
  split: pressOf(splitCandidateSchema, splitCandidate, (said) => ({
    ...{ ...press(said), candidate: candidate(said), at: number(said, "at") },
  })),
  answer: pressOf(answerQuestionSchema, answerQuestion, (said) => {
    const question = said.one("question");
    const isAsIs = said.one("asIs") !== "";
    return {
      ...{ ...press(said), candidate: candidate(said), question },
      leadId: isAsIs ? null : said.one("unit") || null,
      deadline: isAsIs || question !== "deadline_unanchored" ? null : deadline(said),
    };
  }),
  facts: pressOf(correctFactsSchema, correctFacts, (said) => ({
    ...seen(said),
    facts: {
      ...{ title: said.one("title"), kind: said.one("kind"), issuer: said.one("issuer") },
      documentNumber: said.one("documentNumber"),
      ...{ datedOn: day(said, "datedOn"), publishedOn: day(said, "publishedOn") },
    },
  })),
  columns: pressOf(setColumnsSchema, setColumns, (said) => ({
    ...{ ...seen(said), table: number(said, "table") },
    roles: said.all("role").map((role) => role || null),
  })),
  abandon: pressOf(moveImportSchema, abandonImport, seen),
  file: pressOf(fileImportSchema, fileImport, (said) => {
    const planSlug = said.one("planSlug") || null;
    const { one } = said;
    const plan = {
      ...{ title: one("title"), shortTitle: one("shortTitle") },
      ...{ summary: one("summary"), prefix: one("prefix") },
    };
    return {
      ...{ ...seen(said), left: number(said, "left") },
      ...{ plan: planSlug ? null : plan, planSlug },
    };
  }),
  change: pressOf(decideChangeSchema, decideChange, (said) => ({
    ...{ ...press(said), code: said.one("code") },
    ...{ decision: said.one("decision"), note: said.one("note") },
  })),
};
