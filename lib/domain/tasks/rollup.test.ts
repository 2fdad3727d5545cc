import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Light, type LightReason, lights } from "./lights";
import { type LitNode, type ReportedNode, rollUpLights, rollUpPercents } from "./rollup";

const ownReasons: Record<Light, LightReason> = {
  grey: "not_received",
  green: "on_track",
  yellow: "due_soon",
  red: "overdue",
  blue: "completed",
  paused: "suspended",
};

type Node = LitNode & ReportedNode;

function task(code: string, parentCode: string | null, more: Partial<Node> = {}): Node {
  const light = more.light ?? "green";
  const reason = ownReasons[light];
  const own = { code, parentCode, kind: "subtask", status: "active", percent: null } as const;
  return { ...own, light, reason, ...more };
}

const rollUp = (nodes: readonly Node[]) => rollUpPercents(nodes);

function measureOver(own: Light, children: Light[]) {
  const subtasks = children.map((light, i) => task(`${i}`, "M", { light }));
  return rollUpLights([task("M", null, { light: own }), ...subtasks]).get("M");
}

describe("percent", () => {
  it("is a measure's mean of its sub-tasks, one not reported counting as the measure itself last did", () => {
    const parts = [
      task("1", "M", { percent: 100 }),
      task("2", "M", { percent: 40 }),
      task("3", "M"),
    ];
    const measure = (percent: number | null) =>
      rollUp([task("M", null, { percent }), ...parts]).get("M");
    expect(measure(null)).toEqual({ percent: 46, unreported: 1 });
    expect(measure(32)).toEqual({ percent: 57, unreported: 1 });
  });

  it("stays what a parent last reported until its parts report", () => {
    const split = [task("M", null, { percent: 32 }), task("1", "M"), task("2", "M")];
    expect(rollUp(split).get("M")).toEqual({ percent: 32, unreported: 2 });
  });

  it("is 100 when all are, and not 0 once one has begun", () => {
    const children = (...percents: number[]) =>
      percents.map((percent, i) => task(`${i}`, "M", { percent }));
    const over = (...percents: number[]) =>
      rollUp([task("M", null), ...children(...percents)]).get("M")?.percent;
    expect(over(100, 99)).toBe(99);
    expect(over(100, 100)).toBe(100);
    expect(over(1, 0, 0, 0)).toBe(1);
    expect(over(0, 0)).toBe(0);
  });

  it("is 100 once a task is done, whatever was reported before", () => {
    const done = task("1", null, { percent: 40, status: "completed" });
    expect(rollUp([done]).get("1")?.percent).toBe(100);
  });

  it("is null while no sub-task at any depth has reported", () => {
    const rolled = rollUp([task("M", null), task("1", "M"), task("1.1", "1")]);
    expect(rolled.get("M")?.percent).toBeNull();
  });

  it("does not count a principle, nor its light", () => {
    const principle = task("P", "M", { kind: "principle", light: "red" });
    const nodes = [task("M", null), task("1", "M", { percent: 80 }), principle];
    expect(rollUp(nodes).get("M")).toEqual({ percent: 80, unreported: 0 });
    expect(rollUpLights(nodes).get("M")).toMatchObject({ light: "green", childCount: 1 });
  });
});

describe("light", () => {
  it.each<[Light, Light[], Light, string, number]>([
    ["green", ["green", "red", "yellow"], "red", "children_behind", 2],
    ["green", ["green", "yellow"], "yellow", "children_behind", 1],
    ["yellow", ["red"], "red", "children_behind", 1],
    ["yellow", ["yellow"], "yellow", "due_soon", 1],
    ["red", ["blue", "blue"], "red", "overdue", 0],
    ["blue", ["red"], "blue", "completed", 1],
    ["green", ["blue", "blue"], "green", "on_track", 0],
    ["grey", ["blue", "grey"], "green", "children_under_way", 0],
    ["grey", ["grey"], "grey", "not_received", 0],
    ["grey", [], "grey", "not_received", 0],
    ["green", ["paused"], "green", "on_track", 0],
    ["grey", ["paused"], "grey", "not_received", 0],
    ["paused", ["red"], "red", "children_behind", 1],
    ["paused", ["yellow"], "paused", "suspended", 1],
  ])("%s over %j is %s: %s", (own, children, light, reason, behind) => {
    const childCount = children.length;
    expect(measureOver(own, children)).toEqual({ light, reason, childCount, behind });
  });

  it.each(["cancelled", "exempted"] as const)("does not count what is %s", (status) => {
    const off = task("1", "M", { light: "paused", status, percent: 0 });
    const nodes = [task("M", null), off, task("2", "M", { percent: 60 })];
    expect(rollUp(nodes).get("M")?.percent).toBe(60);
    expect(rollUpLights(nodes).get("M")?.childCount).toBe(1);
  });

  it("climbs from the deepest sub-task", () => {
    const nodes = [task("1.1", "1", { light: "red" }), task("1", "M"), task("M", null)];
    expect(rollUpLights(nodes).get("M")).toMatchObject({
      light: "red",
      reason: "children_behind",
      behind: 1,
    });
  });
});

describe("trees", () => {
  it("takes a task whose parent is not in the list as a root", () => {
    expect(rollUp([task("1", "elsewhere", { percent: 30 })]).get("1")?.percent).toBe(30);
  });

  it("throws on a circle of parents", () => {
    expect(() => rollUp([task("1", "2"), task("2", "1")])).toThrow();
  });

  it("bears a tree 50,000 deep", () => {
    const chain = Array.from({ length: 50_000 }, (_, i) =>
      task(`${i}`, i === 0 ? null : `${i - 1}`, { percent: 70 }),
    );
    expect(rollUp(chain).get("0")?.percent).toBe(70);
  });

  const anyForest = fc
    .array(
      fc.record({
        up: fc.nat(),
        percent: fc.option(fc.nat(100)),
        light: fc.constantFrom(...lights),
      }),
    )
    .map((rows) =>
      rows.map(({ up, percent, light }, i) =>
        task(`${i}`, i === 0 ? null : `${up % i}`, { percent, light }),
      ),
    );

  it("keeps every parent's percent within its sub-tasks', and never calls it better than they are", () => {
    const severity = { blue: 0, paused: 0, grey: 0, green: 0, yellow: 1, red: 2 };
    fc.assert(
      fc.property(anyForest, (nodes) => {
        const [percentOf, lightOf] = [rollUpPercents(nodes), rollUpLights(nodes)];
        for (const { code, parentCode } of nodes) {
          const [child, parent] = [lightOf.get(code), lightOf.get(parentCode ?? "")];
          if (!child || !parent) continue;
          const siblings = nodes.filter((node) => node.parentCode === parentCode);
          const kept = nodes.find((node) => node.code === parentCode)?.percent ?? 0;
          const percents = siblings.map((node) => percentOf.get(node.code)?.percent ?? kept);
          const percent = percentOf.get(parentCode ?? "")?.percent ?? kept;
          expect(percent).toBeGreaterThanOrEqual(Math.min(...percents));
          expect(percent).toBeLessThanOrEqual(Math.max(...percents));
          if (parent.light === "blue" || parent.light === "paused") continue;
          expect(severity[parent.light]).toBeGreaterThanOrEqual(severity[child.light]);
        }
      }),
    );
  });
});
