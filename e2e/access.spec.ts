import { expect } from "@playwright/test";
import { cookiesOf, expectFitForAll, signIn, signInAnew, test } from "./fixtures";

const workspace = [
  "/inbox",
  "/work",
  "/work/AIR-05.1",
  "/reports/AIR-05.1",
  "/requests/extension/AIR-05.1",
  "/splits/AIR-05.1",
  "/strike-offs/AIR-04.1",
  "/reopenings/AIR-04.1",
  "/assignments",
  "/assignments/AIR-10.1",
  "/parts/AIR-10.1",
  "/notifications",
  "/account",
  "/account/password",
  "/account/sign-ins",
  "/start-links/ecology-official",
  "/demo-clock",
  "/audit",
];

test("nobody signed in is led to sign in, and back to where they wanted to go", async ({
  page,
}) => {
  for (const path of workspace) {
    await page.goto(path);
    await expect(page).toHaveURL(new RegExp(`/sign-in\\?next=${encodeURIComponent(path)}$`));
  }
  await page.goto(`/sign-in?next=${encodeURIComponent("/work/AIR-05.1")}`);
  await page.getByRole("button", { name: /ecology-official/ }).click();
  await expect(page).toHaveURL("/work/AIR-05.1");
});

test("an address of another site is no place to go after signing in", async ({ page }) => {
  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole("button", { name: /auditor/ }).click();
    await expect(page).toHaveURL(/\/inbox$/);
    await page.getByRole("button", { name: "退出登录" }).click();
    await expect(page).toHaveURL("/sign-in");
  }
});

test("what is not this person's looks as if it were not there", async ({ browser }) => {
  test.setTimeout(120_000);
  const gone: Record<string, string[]> = {
    "trade-unions-official": ["/work/AIR-05.1", "/assignments/AIR-10.1", "/audit"],
    "supervisor-2": ["/assignments/AIR-10.1", "/audit"],
    director: ["/assignments/AIR-10.1", "/audit"],
    leader: ["/assignments/AIR-10.1", "/strike-offs/AIR-04.1", "/audit", "/settings"],
    "system-admin": ["/audit", "/settings", "/releases", "/work/letters"],
    "security-admin": ["/work", "/work/AIR-05.1", "/work/letters", "/releases", "/audit"],
    "audit-admin": ["/work", "/work/AIR-05.1", "/work/letters", "/releases", "/settings"],
    auditor: ["/assignments/AIR-10.1"],
  };
  for (const [username, paths] of Object.entries(gone)) {
    const page = await signIn(browser, username);
    for (const path of paths) {
      const response = await page.goto(path);
      expect([username, path, response?.status()]).toEqual([username, path, 404]);
      // Still in the workspace, with the way back to one's own work.
      await expect(page.getByRole("link", { name: "回到我的工作" })).toBeVisible();
    }
    await page.context().close();
  }
});

const ownPages: Record<string, string[]> = {
  "ecology-official": [
    "/inbox",
    "/work",
    "/work/AIR-05.1",
    "/reports/AIR-05.1",
    "/reports/AIR-07.2",
    "/reports/AIR-05.2",
    "/work/AIR-05.4",
    "/requests/extension/AIR-02.3",
    "/requests/adjustment/AIR-05.1",
    "/splits/AIR-05.1",
    "/notifications",
    "/account",
  ],
  "taiyuan-head": ["/inbox", "/work?status=active", "/work/AIR-06.1", "/account"],
  "supervisor-1": [
    ...["/registrations", "/registrations/new", "/registrations/plans", "/imports"],
    ...["/registrations/plans/air", "/registrations/new?plan=air", "/corrections"],
    "/sheets/tasks?of=air",
  ],
  "supervisor-2": ["/inbox", "/work?light=red", "/strike-offs/AIR-04.2", "/reopenings/AIR-04.1"],
  director: [
    "/inbox",
    "/gaps",
    "/instructions?state=answered",
    "/work/COU-01",
    "/releases",
    "/account",
    "/settings",
    "/settings/air",
    ...["/reminder-defaults", "/notification-texts", "/notification-texts/reminder_digest"],
    ...["/registrations", "/corrections"],
    "/corrections/new?subject=task&name=AIR-01",
  ],
  leader: [
    "/inbox",
    "/inbox?list=worst",
    "/instructions",
    "/instructions?state=waiting",
    "/instructions/new?task=AIR-05.1",
    "/en/instructions/new",
    "/work/AIR-02.3",
    "/work?light=red",
    "/releases",
    "/work/letters",
  ],
  "system-admin": [
    "/inbox",
    "/gaps",
    "/gaps?kind=unit_without_head",
    "/work/COU-01",
    "/assignments",
    "/assignments/COU-01.1",
    "/parts/COU-01.1",
    "/demo-clock",
    "/account",
    "/departments",
    "/departments?under=provincial-government&q=",
    "/departments?q=%E6%99%8B",
    ...["/sheets/units", "/sheets/people", "/sheets/tasks", "/sheets/tasks?of=air"],
    "/departments/new?under=education",
    "/departments/ecology",
    "/departments/ecology/edit",
    "/departments/ecology/rename",
    "/departments/ecology/move?q=%E7%9C%81",
    "/departments/ecology/merge?target=energy",
    "/departments/ecology/split",
    "/departments/ecology/close",
    ...["/people", "/people/new", "/people?state=dormant"],
  ],
  "security-admin": [
    ...["/roles", "/roles/ecology-head", "/roles/system-admin", "/start-links/system-admin"],
    ...["/account", "/notifications", "/gaps"],
  ],
  "audit-admin": ["/audit", "/account"],
  auditor: ["/inbox", "/audit", "/en/audit"],
};
for (const [username, paths] of Object.entries(ownPages))
  test(`${username}'s own pages are fit for all`, async ({ browser }) => {
    test.setTimeout(180_000);
    const page = await signIn(browser, username);
    for (const path of paths) {
      await page.goto(path);
      await expectFitForAll(page);
    }
    await page.context().close();
  });

test("a wrong password is told in words, and keeps the user name", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("用户名").fill("nobody");
  await page.getByLabel("密码", { exact: true }).fill("wrong");
  await page.keyboard.press("Enter");
  await expect(page.getByText("用户名或密码不正确。")).toBeVisible();
  await expect(page.getByLabel("用户名")).toHaveValue("nobody");
});

test("signing out ends the session on the server: the old cookie opens nothing", async ({
  browser,
  request,
}) => {
  const page = await signInAnew(browser, "energy-official");
  const cookie = await cookiesOf(page);
  expect((await request.get("/inbox", { headers: { cookie }, maxRedirects: 0 })).status()).toBe(
    200,
  );
  await page.getByRole("button", { name: "退出登录" }).click();
  await expect(page).toHaveURL("/sign-in");
  const after = await request.get("/inbox", { headers: { cookie }, maxRedirects: 0 });
  expect(after.status()).toBe(307);
  const cookies = await page.context().cookies();
  const device = cookies.find(({ name }) => name === "taizhang-device");
  expect(device).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});

test("a person ends their other sign-ins from their account: whoever is there is out", async ({
  browser,
}) => {
  const [elsewhere, page] = [
    await signInAnew(browser, "transport-official"),
    await signInAnew(browser, "transport-official"),
  ];
  await page.goto("/account");
  await expect(page.getByText(/本账号另有 \d+ 处登录/)).toBeVisible();
  await page.getByRole("button", { name: "结束其他登录" }).click();
  await expect(page.getByText("其他登录已结束。")).toBeVisible();
  await expect(page.getByText("本账号没有其他处登录。")).toBeVisible();
  await elsewhere.goto("/inbox");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await page.goto("/inbox");
  await expect(page).toHaveURL(/\/inbox/);
});

test("a session outlives the browser only if that was chosen", async ({ browser }) => {
  const expiryAfter = async (stays: boolean) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("用户名").fill("transport-official");
    await page.getByLabel("密码", { exact: true }).fill(process.env.DEMO_PASSWORD ?? "");
    if (stays) await page.getByLabel("关闭浏览器后保持登录").check();
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.waitForURL(/\/inbox/);
    const cookies = await context.cookies();
    await context.close();
    return cookies.find(({ name }) => name.endsWith("session-token"))?.expires ?? 0;
  };
  expect(await expiryAfter(false)).toBe(-1);
  const until = (await expiryAfter(true)) - Date.now() / 1000;
  expect(until).toBeGreaterThan(11 * 3600);
  expect(until).toBeLessThanOrEqual(12 * 3600);
});

test("an action that no page of ours sent is refused", async ({ browser, request, baseURL }) => {
  const page = await signIn(browser, "energy-official");
  await page.goto("/reports/AIR-02.1");
  const sent = page.waitForRequest(
    (each) => each.method() === "POST" && "next-action" in each.headers(),
  );
  await page.getByLabel("存在问题").fill("试一试");
  const genuine = await sent;
  const cookie = await cookiesOf(page);
  const forge = (headers: Record<string, string>) =>
    request.post(`${baseURL}/reports/AIR-02.1`, {
      headers: {
        cookie,
        "next-action": genuine.headers()["next-action"] ?? "",
        "content-type": "text/plain;charset=UTF-8",
        ...headers,
      },
      data: genuine.postData() ?? "",
    });
  const answer = async (headers: Record<string, string>) => (await forge(headers)).text();
  expect(await answer({})).toContain("origin_refused");
  expect(await answer({ "sec-fetch-site": "cross-site" })).toContain("origin_refused");
  const spoofed = { "x-forwarded-host": "evil.example", origin: "http://evil.example" };
  expect(await answer(spoofed)).toContain("origin_refused");
  expect(await answer({ "sec-fetch-site": "same-origin" })).not.toContain("origin_refused");
});
