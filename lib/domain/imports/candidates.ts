import type { Day } from "@/lib/domain/calendar/days";
import type { Place } from "@/lib/domain/documents/quotes";
import type { Cell } from "./blocks";

/** What an item of a policy document is. Requirements say how the document itself is to be carried out. */
export const candidateKinds = ["goal", "measure", "submeasure", "requirement"] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** A rule that made a value, by the name that its file has, and how much it speaks for it (against: below 0). */
export type Evidence = { rule: string; weight: number };

/** What the cells of a row are for, by the words above their column. */
export const columnRoles = [
  "number",
  "group",
  "kind",
  "title",
  "quote",
  "content",
  "problem",
  "lead",
  "cooperating",
  "implementing",
  "owners",
  "deadline",
  "progress",
  "note",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** An item as the structure has it, before it is asked who and by when. */
export type Item = {
  /** Labels joined by “/”, without their punctuation: 四/（一）/1, 附件/表/12. */
  path: string;
  kind: CandidateKind;
  /** The place in the list of the item that it is a part of. */
  parent: number | null;
  title: Place;
  /** Word for word, from behind the label to the end; further ones where the document says the same again. */
  quotes: [Place, ...Place[]];
  /** Of a row: its cells by what their column is for. */
  cells: Partial<Record<ColumnRole, Cell[]>>;
  /** The headings above it, outermost first. */
  headings: Place[];
  /** What introduces the list that it stands in, outermost first. */
  leadIns: Place[];
  evidence: Evidence[];
  /** Whether leaving it out would be right as well. */
  isOptional: boolean;
};

export const ownerRoles = ["lead", "co_lead", "cooperating", "implementing"] as const;
export type OwnerRole = (typeof ownerRoles)[number];
export type CandidateOwner = { role: OwnerRole; name: Place; rule: string };
export type Owners = {
  owners: CandidateOwner[];
  verbatim: Place | null;
  scope: "own" | "inherited" | "default" | "none";
  /** 等部门: more than are named. */
  isOpenEnded: boolean;
};

export const timeKinds = [
  "date",
  "range",
  "relative",
  "recurring",
  "ongoing",
  "vague",
  "event",
  "target",
] as const;
export const precisions = ["day", "ten_day", "month", "quarter", "half", "year", "none"] as const;
/** A time expression (domain: 民法典 §200–204, §1259: “前” and “以内” include the day). Days are those of the document's place. */
export type CandidateDeadline = {
  words: Place;
  kind: (typeof timeKinds)[number];
  start: Day | null;
  end: Day | null;
  precision: string;
  /** What it is counted from: 印发, 收到, year:document… */
  anchor: string | null;
  /** 原则上, 力争, 左右. */
  isSoft: boolean;
  /** RFC 5545. */
  rrule: string | null;
  amount: number | null;
  unit: "workday" | "day" | "month" | "year" | null;
  rule: string;
};

export type CandidateTarget = {
  words: Place;
  name: Place | null;
  comparator: "at_least" | "at_most" | "about" | "equal" | "up_by" | "down_by" | "within";
  /** A decimal number as text, so that none is rounded. */
  value: string;
  unit: string;
  baseYear: number | null;
  targetYear: number | null;
  rule: string;
};

/** How far a person needs to look: `sure` is right in 199 of 200. */
export const certainties = ["sure", "likely", "doubtful"] as const;
export type Certainty = (typeof certainties)[number];

export type Candidate = Item &
  Owners & { deadlines: CandidateDeadline[]; targets: CandidateTarget[]; certainty: Certainty };

/** What a document says of itself; each is a stretch of its text, the day computed from one. */
export type DocumentFacts = {
  title: Place | null;
  /** The plan that a notice brings (关于印发《X》的通知); null where the title is the plan's own. */
  planTitle: Place | null;
  number: Place | null;
  issuer: Place | null;
  dated: Place | null;
  datedOn: Day | null;
};

export type Proposals = { facts: DocumentFacts; candidates: Candidate[] };
