import { database, type Transaction } from "@/db/client";
import { assignWithin } from "@/db/mutations/assignments/assignments";
import { holdGaps } from "@/db/mutations/record-event";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, Refused } from "@/lib/domain/refusals";
import type { SheetLine } from "@/lib/domain/sheets/plans";
import type { AssignedRow } from "@/lib/domain/sheets/tasks";

type Row = SheetLine & AssignedRow;
export type RefusedRow = { row: number; refusal: Refusal };

/**
 * Assigns tasks one after the other, each by `assignTask`'s own rules. A part may have to wait for its whole to move, or a
 * whole for its parts: what is refused is tried again as long as anything else goes. What is left is refused.
 */
export async function assignRows(
  tx: Transaction,
  actor: Actor,
  rows: readonly Row[],
  now: Date,
  onRows: (done: number, of: number) => void = () => {},
): Promise<RefusedRow[]> {
  let waiting = [...rows];
  for (;;) {
    const refused: (RefusedRow & { line: Row })[] = [];
    for (const line of waiting) {
      const refusal = await attempt(tx, (inner) =>
        assignWithin(inner, actor, line, now, () => line.choice),
      );
      if (refusal) refused.push({ row: line.row, refusal, line });
      else
        onRows(
          rows.length - waiting.length + waiting.indexOf(line) + 1 - refused.length,
          rows.length,
        );
    }
    if (refused.length === 0 || refused.length === waiting.length)
      return refused.map(({ row, refusal }) => ({ row, refusal }));
    waiting = refused.map(({ line }) => line);
  }
}

async function attempt(
  tx: Transaction,
  act: (inner: Transaction) => Promise<unknown>,
): Promise<Refusal | null> {
  try {
    // A savepoint: what one row has begun is undone, the rows before it stay.
    await tx.transaction((inner) => {
      holdGaps(inner, tx);
      return act(inner);
    });
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** What `assignRows` would refuse: it is done and undone, and nobody is told of it. */
export async function refusedRows(
  actor: Actor,
  rows: readonly Row[],
  now: Date,
): Promise<RefusedRow[]> {
  const tried = new Tried();
  try {
    await database().transaction(async (tx) => {
      tried.refused = await assignRows(tx, actor, rows, now);
      throw tried;
    });
  } catch (error) {
    if (error !== tried) throw error;
  }
  return tried.refused;
}

class Tried extends Error {
  refused: RefusedRow[] = [];
}
