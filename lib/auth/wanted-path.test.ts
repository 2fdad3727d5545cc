import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import proxy from "@/proxy";
import { safeRedirect } from "./safe-redirect";
import { passwordPath, signInPath, wantedHeader, wantedPath } from "./wanted-path";

const at = (address: string) => wantedPath(new URL(address, "http://localhost"));

test.each([
  ["/gaps?kind=unit_without_head&page=2", "/gaps?kind=unit_without_head&page=2"],
  ["/en/work?light=red", "/work?light=red"],
  ["/work/export?plan=air", "/work/export?plan=air"],
  ["/en", "/"],
  ["/energy", "/energy"],
  ["/audit?_rsc=1a2b3&type=task.assigned", "/audit?type=task.assigned"],
])("whoever asked for %s is led to %s", (address, wanted) => {
  expect(at(address)).toBe(wanted);
  for (const path of [signInPath(wanted), passwordPath(wanted)]) {
    const next = new URL(path, "http://localhost").searchParams.get("next");
    expect(safeRedirect(next, "/inbox")).toBe(wanted);
  }
});

test("every page is told what was asked for, whatever the request says of itself", () => {
  const headers = { [wantedHeader]: "/elsewhere" };
  const request = new NextRequest("http://localhost/en/releases?page=3", { headers });
  const told = proxy(request).headers.get(`x-middleware-request-${wantedHeader}`);
  expect(told).toBe("/releases?page=3");
});
