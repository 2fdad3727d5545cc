import type { Role } from "@/lib/domain/people/roles";

type Person = { id: string; name: string };
/** Whose account, and what they were: the history keeps unit and post when mail and phone are gone. */
export type Account = Person & { username: string };
type Post = { unit: string; role: Role; post: string };

/** What happens to an account, by its holder or by who keeps accounts. */
export type AccountEvent =
  | { type: "account.updated"; changed: string[] }
  | { type: "account.password_changed" }
  /** The present password was asked for, and another was given. */
  | { type: "account.password_refused"; locked: boolean }
  | { type: "account.start_link_issued"; account: Person }
  | { type: "account.started" }
  | ({ type: "account.created"; account: Account } & Post)
  | { type: "account.edited"; account: Account; changed: string[] }
  | {
      type: "account.transferred";
      account: Account;
      before: Post;
      after: Post;
      successors: Person[];
    }
  | ({ type: "account.left"; account: Account; successors: Person[] } & Post)
  | { type: "account.disabled"; account: Account; reason: string }
  | { type: "account.enabled"; account: Account }
  | { type: "liaison.changed"; unit: string; before: Person | null; after: Person | null };

/** The branch of the tree that a role is bound to, by its unit's name; null for everything. */
type Bound = { branch: string | null };

/** What a security administrator does for an account's rights. */
export type RoleEvent =
  /** By the start of an installation that had nobody of an administrator's role. */
  | { type: "account.founded"; account: Account; role: Role }
  | { type: "role.granted"; account: Account; role: Role; branch: string | null }
  | { type: "role.changed"; account: Account; before: { role: Role }; after: { role: Role } }
  | { type: "role.bound"; account: Account; before: Bound; after: Bound }
  | { type: "sign_in.unlocked"; account: Account; count: number };

/** Whose account it is, as a sentence says it. */
export function ofAccount({ account }: { account: { name: string; username: string } }) {
  return { person: account.name, username: account.username };
}

/** Where somebody works; `post` is "none" where nothing is kept: the catalogs select on it. */
export function ofPost({ unit, role, post }: { unit: string; role: string; post: string }) {
  return { ofUnit: unit, role, post: post || "none" };
}
