import { isFor } from "./permissions";
import type { Role } from "./roles";

/** Where a person's work waits: their inbox, the accounts' rights or the log. */
export function homeOf(role: Role): "/inbox" | "/roles" | "/audit" {
  if (isFor(role, "task.view")) return "/inbox";
  return role === "audit_admin" ? "/audit" : "/roles";
}
