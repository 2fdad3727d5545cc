import { expect, test } from "vitest";
import { person } from "@/lib/domain/people/people.fixture";
import { roles } from "@/lib/domain/people/roles";
import { registrationStatuses } from "./drafts";
import {
  endRefusal,
  planStateOf,
  registrationMoveNames,
  registrationRefusal,
} from "./registrations";

const someone = (role: (typeof roles)[number], id = "a") => person(role, "d", id);
const others = ["a", "b"];

test("whoever drafts proposes, the director alone returns, confirms and publishes, and nothing leads back", () => {
  const allowed = roles.flatMap((role) =>
    registrationStatuses.flatMap((status) =>
      registrationMoveNames.flatMap((move) =>
        registrationRefusal(someone(role), move, { status, contributorPersonIds: others })
          ? []
          : `${role} ${move} ${status}`,
      ),
    ),
  );
  expect(allowed).toEqual([
    ...["supervisor edit draft", "supervisor propose draft", "supervisor remove draft"],
    ...["supervisor edit proposed", "supervisor remove proposed"],
    ...["director edit draft", "director propose draft", "director remove draft"],
    ...["director edit proposed", "director return proposed", "director confirm proposed"],
    ...["director remove proposed", "director publish confirmed"],
  ]);
});

test("whoever drafted it alone neither confirms nor publishes it", () => {
  const own = { contributorPersonIds: ["a"] };
  const refused = { code: "registration_own_work" };
  const director = someone("director");
  expect(registrationRefusal(director, "confirm", { ...own, status: "proposed" })).toEqual(refused);
  expect(registrationRefusal(director, "publish", { ...own, status: "confirmed" })).toEqual(
    refused,
  );
  const otherPost = { ...someone("director", "c"), personId: "a" };
  expect(registrationRefusal(otherPost, "confirm", { ...own, status: "proposed" })).toEqual(
    refused,
  );
  const another = someone("director", "b");
  expect(registrationRefusal(another, "confirm", { ...own, status: "proposed" })).toBeNull();
});

test("a plan ends when nothing of it is open, and the refusal names what is", () => {
  const at = new Date();
  const state = (publishedAt: Date | null, endedAt: Date | null, archivedAt: Date | null) =>
    planStateOf({ publishedAt, endedAt, archivedAt });
  expect([
    state(null, null, null),
    state(at, null, null),
    state(at, at, null),
    state(at, at, at),
  ]).toEqual(["confirmed", "published", "ended", "archived"]);
  expect(endRefusal("published", [])).toBeNull();
  expect(endRefusal("confirmed", [])?.code).toBe("plan_wrong_state");
  expect(endRefusal("published", [{ code: "AIR-01" }, { code: "AIR-02" }])).toEqual({
    code: "plan_tasks_open",
    params: { count: 2, codes: "AIR-01 AIR-02" },
  });
});
