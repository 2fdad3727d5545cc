import type { Role } from "@/lib/domain/people/roles";

type Person = { id: string; name: string };
/** Whose account, and what they were: the history keeps unit and post when mail and phone are gone. */
type Account = Person & { username: string };
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
