import type { Transaction } from "@/db/client";
import { runOnceTold } from "@/db/mutations/new-gaps";
import { endDelegationsOf } from "@/db/mutations/people/delegations";
import {
  keeperRefusal,
  type LockedAccount,
  lockAccounts,
  nameOf,
  othersOf,
  postUnit,
  updateAccount,
} from "@/db/mutations/people/managed-accounts";
import { endSessionsOf } from "@/db/mutations/people/sessions";
import { recordEvent } from "@/db/mutations/record-event";
import { heldBy } from "@/db/queries/assignments/hand-over";
import {
  type HandOver,
  type HandOverKind,
  handOverRefusal,
  kindsHeld,
  kindsLost,
  type LeaveInput,
  type TransferInput,
} from "@/lib/domain/assignments/hand-over";
import { dayIn } from "@/lib/domain/calendar/days";
import { dismissRefusal } from "@/lib/domain/people/account-rules";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";
import { giveOver } from "./hand-over";

/**
 * 调动: from now on the person is of another unit, role or post. What hangs on the old post goes to whoever was chosen; its
 * rights, sessions and delegations end at once; another role waits to be granted. Refuses what `handOverRefusal` refuses, one's
 * own account, and the last administrator's change of role.
 */
export function transferAccount(actor: Actor, input: TransferInput, now: Date) {
  return runOnceTold(actor, input, now, async (tx) => {
    const { account, people } = await lockLeaver(tx, actor, input);
    const { unitId: departmentId, role, post } = input;
    const isOtherRole = role !== account.role;
    insist(dismissRefusal(actor, account, isOtherRole ? await othersOf(tx, account) : Infinity));
    if (account.disabledAt) throw new Refused(refuse("account_disabled"));
    const unit = await postUnit(tx, actor, departmentId);
    const isOtherUnit = departmentId !== account.departmentId;
    if (!isOtherRole && !isOtherUnit && post === account.post)
      throw new Refused(refuse("post_unchanged"));

    const lost = kindsLost(account, { departmentId, role });
    const successors = await handOver(tx, actor, { account, people, lost }, input.handOver, now);
    if (isOtherRole || isOtherUnit) await endRights(tx, actor, account, now);
    await updateAccount(tx, account, {
      departmentId,
      role,
      post,
      ...(isOtherRole && { roleGrantedById: null }),
    });
    const before = { unit: account.unit, role: account.role, post: account.post };
    const after = { unit, role, post };
    const about = { account: nameOf(account), before, after, successors };
    await recordEvent(tx, actor, { type: "account.transferred", ...about }, {}, now);
    return { userId: account.id };
  });
}

/**
 * 离任: the account is disabled, and mail and phone are erased; the history keeps unit and post (PIPL §47). All that hangs on
 * the person goes to whoever was chosen. Refuses as `transferAccount` does.
 */
export function leaveAccount(actor: Actor, input: LeaveInput, now: Date) {
  return runOnceTold(actor, input, now, async (tx) => {
    const { account, people } = await lockLeaver(tx, actor, input);
    insist(dismissRefusal(actor, account, await othersOf(tx, account)));
    const lost = kindsLost(account, null);
    const successors = await handOver(tx, actor, { account, people, lost }, input.handOver, now);
    await endRights(tx, actor, account, now);
    await updateAccount(tx, account, {
      disabledAt: account.disabledAt ?? now,
      leftOn: dayIn(now),
      email: null,
      phone: null,
    });
    const { unit, role, post } = account;
    const about = { account: nameOf(account), unit, role, post, successors };
    await recordEvent(tx, actor, { type: "account.left", ...about }, {}, now);
    return { userId: account.id };
  });
}

/** The leaver as the page had them, and whom it chose, locked together in the order of their ids. */
async function lockLeaver(
  tx: Transaction,
  actor: Actor,
  { userId, version, handOver: chosen }: LeaveInput,
) {
  insist(keeperRefusal(actor));
  const ids = Object.values(chosen).filter((choice) => choice !== "" && choice !== "nobody");
  const found = await lockAccounts(tx, actor, [userId, ...ids]);
  const people = new Map(found.map((each) => [each.id, each]));
  const account = people.get(userId);
  if (!account) throw new Refused(refuse("not_found"));
  if (account.version !== version) throw new Refused(refuse("account_changed"));
  if (account.leftOn) throw new Refused(refuse("account_left"));
  return { account, people };
}

type Leaving = {
  account: LockedAccount;
  people: ReadonlyMap<string, LockedAccount>;
  lost: readonly HandOverKind[];
};

/** Gives what the change of post takes away to those chosen, as it stands now. Returns who has taken something over. */
async function handOver(
  tx: Transaction,
  actor: Actor,
  { account, people, lost }: Leaving,
  chosen: HandOver,
  now: Date,
) {
  const held = await heldBy(tx, { ...account, name: account.displayName });
  const kinds = kindsHeld(held).filter((kind) => lost.includes(kind));
  const candidates = new Map(
    [...people].map(([id, each]) => [id, { ...each, isEnabled: each.disabledAt === null }]),
  );
  insist(handOverRefusal(account, kinds, chosen, candidates));
  const successorOf = (kind: HandOverKind) => people.get(chosen[kind]) ?? null;
  await giveOver(tx, actor, { leaver: account, held, kinds, successorOf }, now);
  const successors = kinds.flatMap((kind) => successorOf(kind) ?? []);
  return [...new Map(successors.map((each) => [each.id, nameOf(each)])).values()];
}

async function endRights(tx: Transaction, actor: Actor, { id }: LockedAccount, now: Date) {
  await endSessionsOf(tx, id, now);
  await endDelegationsOf(tx, actor, id, now);
}
