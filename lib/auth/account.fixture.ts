import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { hashPassword } from "@/db/password";
import { departments, users } from "@/db/schema/people";
import { recorded } from "@/db/testing/recorded.fixture";
import type { Role } from "@/lib/domain/people/roles";
import { findHolder } from "./actor";
import { signIn } from "./sign-in";

export const request = { id: "test", ip: "10.1.0.1" };
export const firstPassword = "Erste-Losung-1";

/** A new account with a password of its own, which no demo shares. Returns its id and user name. */
export async function newAccount(
  owner: Database,
  { role = "official", mustChange = false }: { role?: Role; mustChange?: boolean } = {},
) {
  const [unit] = await owner.select().from(departments).where(eq(departments.code, "ecology"));
  const id = randomUUID();
  const username = `person-${id.slice(0, 8)}`;
  const isGrantor = eq(users.role, "security_admin");
  const [grantor] = await owner.select().from(users).where(isGrantor).limit(1);
  const account = {
    ...{ id, username, displayName: "王伟", role, departmentId: unit?.id ?? "" },
    roleGrantedById: grantor?.id ?? null,
    passwordHash: await hashPassword(firstPassword),
    mustChangePassword: mustChange,
    createdAt: new Date("2024-06-01T09:00:00+08:00"),
  };
  await recorded(owner, (tx) => tx.insert(users).values(account));
  return { id, username };
}

/** Signs in and returns the session and whose it is; fails where it is refused. */
export async function enter(username: string, password = firstPassword) {
  const opened = await signIn({ username, password }, request);
  if ("refusal" in opened) throw new Error(opened.refusal);
  const holder = await findHolder(opened.sessionId, request);
  if (!holder) throw new Error("The session is not there");
  return { ...opened, ...holder };
}
