import { expect, test } from "vitest";
import { departments, page, type SeedTask, tasks } from "@/db/seed/source";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import type { Place } from "@/lib/domain/documents/quotes";
import type { Candidate } from "@/lib/domain/imports/candidates";
import { taskDeadline } from "@/lib/domain/imports/deadlines/task-deadline";
import { taskKindOf } from "@/lib/domain/imports/imports";
import { proposalsOf } from "@/lib/domain/imports/proposals";
import { unitResolver } from "@/lib/domain/imports/resolution";
import { plainWords } from "@/lib/domain/texts";
import { readFile } from "./read-file";

// The newspaper page of the seed, imported: what is proposed from it beside the items that were reviewed by hand.

const oneAim =
  "The page names an aim behind the clause that serves it; the seed has both as one item.";
const oneMore =
  "A clause that a person read as two, as the first has no verb of ordering that we know.";
const slogan = "The seed leaves the closing slogan out.";

/** Where the seed says otherwise, and why it is kept. */
const differs: Record<string, [what: string, why: string]> = {
  "AIR-00": ["due", "年度 is the year of the plan only by inference, which the seed's note says."],
  "CEN-02.1": ["quote", oneAim],
  "CEN-02.5": ["quote", oneMore],
  "CEN-02.6": ["quote", oneMore],
  "CEN-03.1": ["quote", oneMore],
  "CEN-03.2": ["quote", oneMore],
  "CEN-03.5": ["quote", oneAim],
  "CEN-03.7": ["quote", oneMore],
  "CEN-03.8": ["quote", oneMore],
  "CEN-04.1": ["quote", oneMore],
  "CEN-04.2": ["quote", oneMore],
  "CEN-05.9": ["quote", oneAim],
  "CEN-06.1": ["quote", oneAim],
  "CEN-06.2": ["quote", oneAim],
  "CEN-06.4": ["quote", oneAim],
  "CEN-R1": ["kind", "必须坚持 is a principle to a person; an import knows requirements only."],
  "CEN-R5": ["quote", slogan],
  "SAF-02.2": ["quote", oneAim],
  "COU-01.1": [
    "lead",
    "评选委员会 is a committee's short name, which the seed's unit does not bear.",
  ],
  "CHI-01.2": ["owner", "我省 names no unit: the seed has it as words, and a unit by proposal."],
};

/** What is proposed and is no item of the seed, by its place in the page. */
const extras: Record<string, string> = {
  "¶27/二要/1": oneAim,
  "¶27/二要/2": oneAim,
  "¶27/二要/6": oneMore,
  "¶27/三要/1": oneMore,
  "¶27/三要/4": oneAim,
  "¶27/三要/6": oneMore,
  "¶27/四要/1": oneMore,
  "¶27/五要/9": oneAim,
  "¶27/五要/10": oneAim,
  "¶27/六要/1": oneAim,
  "¶27/六要/2": oneAim,
  "¶27/六要/3": oneAim,
  "¶27/六要/4": oneAim,
  "¶27/六要/6": oneAim,
  "¶27/六要/7": oneAim,
  "¶28/5": slogan,
  "¶29/1/7": slogan,
  "¶29/1/8": slogan,
  "¶29/2/2": oneAim,
  "¶29/2/3": oneAim,
};

const read = await readFile("page.txt", Buffer.from(page));
if ("code" in read) throw new Error(read.code);
const { text } = read;
const { candidates } = proposalsOf(read, calendar);

const wordsAt = ({ start, end }: Place) => plainWords(text.slice(start, end));
const quoteOf = ({ quotes: [first] }: Candidate) => wordsAt(first);
const proposed = new Map(candidates.map((each) => [quoteOf(each), each]));
const reviewed = new Map(tasks.map((task) => [plainWords(task.quote), task]));

const units = departments.map(({ code, name, kind, members = [] }) => ({
  ...{ id: code, name, kind, shortName: null, aliases: [], memberKinds: members },
  ...{ names: [], closedOn: null, mergedIntoId: null },
}));
const resolve = unitResolver(units, "2024-03-22");
const leadOf = ({ owners }: Candidate) => {
  const lead = owners.find(({ role }) => role === "lead");
  return lead ? resolve(wordsAt(lead.name)).unitId : null;
};
const aboveOf = ({ parent }: Candidate) => {
  const above = candidates[parent ?? -1];
  return above ? (reviewed.get(quoteOf(above))?.code ?? "extra") : null;
};

function differencesOf(task: SeedTask): string {
  const candidate = proposed.get(plainWords(task.quote));
  if (!candidate) return "quote";
  const { verbatim, kind } = candidate;
  const isSame = {
    kind: taskKindOf[kind] === task.kind,
    parent: aboveOf(candidate) === task.parent,
    owner:
      (verbatim && wordsAt(verbatim)) === (task.ownerVerbatim && plainWords(task.ownerVerbatim)),
    lead: leadOf(candidate) === (task.ownerBasis === "source" ? task.lead : null),
    due: taskDeadline(candidate).dueOn === (task.deadline?.dueOn ?? null),
  };
  const names = Object.entries(isSame).flatMap(([name, same]) => (same ? [] : [name]));
  return names.join();
}

test("every item has words of its own, so that it is known by them", () => {
  expect(proposed.size).toBe(candidates.length);
  expect(reviewed.size).toBe(tasks.length);
});

test("the items of the seed are proposed, with their kind, place, owner and day, but for those that are named", () => {
  const different = tasks.flatMap((task) => {
    const differences = differencesOf(task);
    return differences === "" ? [] : [[task.code, differences]];
  });
  expect(different).toEqual(Object.entries(differs).map(([code, [what]]) => [code, what]));
});

test("nothing else is proposed, but for what is named", () => {
  const others = candidates.filter((each) => !reviewed.has(quoteOf(each)));
  expect(others.map(({ path }) => path)).toEqual(Object.keys(extras));
});

test("what differs only in where an item ends has the same words of the page", () => {
  const quoted = (code: string) =>
    plainWords(tasks.find((task) => task.code === code)?.quote ?? "");
  const others = candidates.filter((each) => !reviewed.has(quoteOf(each))).map(quoteOf);
  const cut = Object.entries(differs).flatMap(([code, [what]]) => (what === "quote" ? [code] : []));
  for (const code of cut)
    expect(
      others.some((other) => other.includes(quoted(code)) || quoted(code).includes(other)),
      code,
    ).toBe(true);
});
