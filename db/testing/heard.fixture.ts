import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { vi } from "vitest";

/**
 * Listens to what the edition is told. `heard` gives what was told since it was last asked: a mark of its own is sent
 * after it and waited for, since PostgreSQL delivers notifications in the order of their commits (NOTIFY).
 */
export async function listenToEdition(url: string) {
  const sql = postgres(url, { max: 1 });
  const told: string[] = [];
  await sql.listen("public_changed", (payload) => told.push(payload));
  const heard = async () => {
    const mark = randomUUID();
    await sql.notify("public_changed", mark);
    await vi.waitFor(() => {
      if (!told.includes(mark)) throw new Error("The mark was not heard yet");
    }, 30_000);
    return told.splice(0).filter((payload) => payload !== mark);
  };
  return { heard, end: () => sql.end() };
}
