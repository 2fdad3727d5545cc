import { isReport, submissionKinds } from "@/lib/domain/kinds";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { kindRules } from "@/lib/domain/submissions/submission-kinds";
import {
  availableTransitions,
  type Transition,
  transitionNames,
} from "@/lib/domain/submissions/submissions";
import { availableActs, statusRefusal, type TaskAct, taskActNames } from "@/lib/domain/tasks/tasks";
import type { SubmissionView, TaskView, View } from "./view.fixture";

/** A chase needs an answer, and parts for many units their own world: each has tests of its own. */
type NotDrawn = "chase" | "distribute";
const isDrawn = (act: TaskAct): act is Exclude<TaskAct, NotDrawn> =>
  act !== "chase" && act !== "distribute";

/** What somebody could do: an act on a task, a transition of a submission, the writing of one, or the lending of a right. */
export type RandomAction = { actor: Actor; task: TaskView } & (
  | { what: Exclude<TaskAct, NotDrawn> | "lend" | "take_back" }
  | { what: "save" | "send"; kind: SubmissionView["kind"] }
  | { what: Exclude<Transition, "edit" | "submit">; submission: SubmissionView }
);

/** Numbers that fast-check draws for one move; each picks from what there is at that moment. */
export type Draw = { what: number; who: number; detail: number; isWild: boolean };

/** An answer needs a letter; here nobody writes in. */
const kinds = submissionKinds.filter((kind) => kind !== "answer");
const acts = taskActNames.filter(isDrawn);
const transitions = transitionNames.filter((name) => name !== "edit" && name !== "submit");
/** How often a move is drawn while it is possible; the others once. Deep histories need approvals more than rejections. */
const weights: Partial<Record<RandomAction["what"], number>> = {
  approve: 10,
  send: 4,
  receive: 4,
  assign: 2,
  reopen: 2,
  strike_off: 2,
};
const pick = <Item>(items: readonly Item[], n: number): Item | undefined =>
  items[n % Math.max(1, items.length)];

/** The move that is drawn: mostly one that its person may make, now and then anything by anybody. */
export function drawMove(view: View, draw: Draw): RandomAction | undefined {
  if (draw.isWild) return drawWild(view, draw);
  const possible = possibleMoves(view);
  const names = [...new Set(possible.map(({ what }) => what))].sort();
  const weighted = names.flatMap((name) =>
    Array<RandomAction["what"]>(weights[name] ?? 1).fill(name),
  );
  const name = pick(weighted, draw.what);
  return pick(
    possible.filter(({ what }) => what === name),
    draw.who,
  );
}

function possibleMoves({ people, tasks, submissions }: View): RandomAction[] {
  return people.flatMap((actor) => [
    ...tasks.flatMap((task): RandomAction[] => [
      ...availableActs(actor, task)
        .filter(isDrawn)
        .map((what) => ({ what, actor, task })),
      ...kindsFor(actor, task).flatMap((kind) =>
        (["save", "send"] as const).map((what) => ({ what, kind, actor, task })),
      ),
    ]),
    ...submissions.flatMap((submission): RandomAction[] => {
      const task = tasks.find(({ id }) => id === submission.taskId);
      if (!task) return [];
      return availableTransitions(actor, submission).flatMap((what) =>
        what === "edit" || what === "submit" ? [] : [{ what, actor, task, submission }],
      );
    }),
    ...(actor.role === "head" || actor.role === "supervisor"
      ? tasks.slice(0, 1).map((task): RandomAction => ({ what: "lend", actor, task }))
      : []),
    ...(actor.role === "security_admin" && people.some(({ standsInFor }) => standsInFor.length > 0)
      ? tasks.slice(0, 1).map((task): RandomAction => ({ what: "take_back", actor, task }))
      : []),
  ]);
}

function kindsFor(actor: Actor, task: TaskView) {
  return kinds.filter(
    (kind) =>
      refusalFor(actor, "submission.write", { ...task, submissionKind: kind }) === null &&
      statusRefusal(task.status, kindRules[kind].during) === null,
  );
}

function drawWild({ people, tasks, submissions }: View, draw: Draw): RandomAction | undefined {
  const actor = pick(people, draw.who);
  const task = pick(tasks, draw.detail);
  if (!actor || !task) return undefined;
  const kind = pick(kinds, draw.detail) ?? "progress";
  const submission = pick(submissions, draw.detail);
  const actions: RandomAction[] = [
    ...acts.map((what): RandomAction => ({ what, actor, task })),
    { what: "send", actor, task, kind },
    { what: "save", actor, task, kind },
    { what: "lend", actor, task },
    ...(submission
      ? transitions.map((what): RandomAction => ({ what, actor, task, submission }))
      : []),
  ];
  return pick(actions, draw.what);
}

/** Whether a kind's percentage is given, rolled up, or none at all. */
export function percentFor(kind: SubmissionView["kind"], task: TaskView, n: number): number | null {
  if (!isReport(kind) || kind === "contribution" || task.hasChildren) return null;
  return kind === "completion" ? 100 : n % 101;
}
