import { type Browser, expect, type Page } from "@playwright/test";
import { firstInstallation } from "@/db/testing/empty-start.fixture";
import { databaseUrlOf, testFacts } from "@/scripts/test/server.mjs";
import {
  bureauOf,
  codesOn,
  departments,
  enterFirst,
  importSheet,
  nameHandler,
  numberOf,
  people,
  province,
  start,
  units,
} from "./first-office";
import { expectFitForAll, test } from "./fixtures";
import { openOwnSite } from "./own-site";

// A real office from an empty database: units and people from a spreadsheet, a plan typed in, tasks assigned, reports signed
// and approved, somebody leaves. Everything by the screens; the clicks of each step are counted and printed.

const day = (months: number) =>
  new Date(Date.now() + months * 30 * 86_400_000).toISOString().slice(0, 10);
const quotes = Array.from({ length: 20 }, (_, i) => `第${i + 1}项工作由有关单位抓紧落实到位`);

type Site = Awaited<ReturnType<typeof openOwnSite>>;
let site: Site;
let drop: () => Promise<void>;
test.beforeAll(async () => {
  test.setTimeout(90_000);
  const superUrl = databaseUrlOf(process.env.SUPERUSER_DATABASE_URL ?? "", "postgres");
  const made = await firstInstallation({ ...testFacts, superUrl }, "empty", new Date());
  drop = made.drop;
  site = await openOwnSite({ databaseUrl: made.appUrl, demo: "off" });
  await site.untilUp();
});
test.afterAll(async () => {
  await site.end();
  await drop();
});

const clicks = new Map<string, number>();
let step = "";

/** A person at a browser of their own; what they click and choose is counted. */
async function windowOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.url });
  await context.exposeFunction("countClick", () => {
    clicks.set(step, (clicks.get(step) ?? 0) + 1);
  });
  await context.addInitScript(() => {
    const { countClick } = globalThis as unknown as { countClick: () => void };
    // Enter in a field clicks its button too, without a pointer.
    addEventListener("click", (event) => event.detail > 0 && countClick(), true);
    addEventListener(
      "change",
      ({ target }) => target instanceof HTMLSelectElement && countClick(),
      true,
    );
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

async function counted(name: string, act: () => Promise<void>) {
  step = name;
  await test.step(name, act);
}

test("从空库到第一个下午：单位、人员、方案、交办、报送、审核、交接", async ({
  browser,
  page: citizen,
}) => {
  test.setTimeout(420_000);
  let codes = new Map<string, string>();
  const starter = async (username: string) =>
    start(await windowOf(browser), username, codes.get(username));
  step = "管理员首次登录";
  const admin = await enterFirst(await windowOf(browser), "admin");
  await counted("站点和单位", async () => {
    await admin.goto("/getting-started");
    await expectFitForAll(admin);
    await admin.getByRole("link", { name: "去设置站点" }).click();
    await admin.getByLabel("网站名称").fill("示例台账");
    await admin.getByLabel("主办单位", { exact: true }).fill(province);
    await admin.getByRole("button", { name: "保存" }).click();
    await expect(admin.getByText("已保存，公众页面正在更新。")).toBeVisible();
    await admin.goto("/departments");
    await admin.getByRole("link", { name: "导入、导出单位" }).click();
    const headings = ["编号", "名称", "类别", "上级单位"];
    await importSheet(admin, headings, units, "新增 30，修改 1，移除 0，没有变化 0。");
    await expectFitForAll(admin);
    await admin.goto("/departments/all-cities/edit");
    await admin.getByLabel("市", { exact: true }).check();
    await admin.getByRole("button", { name: "保存" }).click();
    await expect(admin).toHaveURL("/departments/all-cities");
  });

  await counted("人员和登录码", async () => {
    await admin.goto("/people");
    await admin.getByRole("link", { name: "导入、导出人员" }).click();
    const headings = ["用户名", "姓名", "单位", "角色"];
    await importSheet(admin, headings, people, "新增 100，修改 0，移除 0，没有变化 0。");
    await admin.getByRole("link", { name: "首次登录码" }).click();
    await admin.getByRole("button", { name: "为 100 个账号发登录码" }).click();
    await expect(admin.getByText("已发登录码，请打印后分别交给本人。")).toBeVisible();
    await expectFitForAll(admin);
    codes = await codesOn(admin, 100);
  });

  await counted("授予角色", async () => {
    const security = await enterFirst(await windowOf(browser), "security-admin");
    for (const left of [50, 50]) {
      await security.goto("/roles?state=waiting");
      await security.getByLabel(`全选待授予的 ${left} 个账号`).check();
      await expectFitForAll(security);
      await security.getByRole("button", { name: `授予所选 ${left} 个账号` }).click();
      await security.getByRole("button", { name: `确认授予 ${left} 个` }).click();
      await expect(security.getByText(`已授予 ${left} 个账号，现在可以登录。`)).toBeVisible({
        timeout: 60_000,
      });
    }
  });

  const supervisor = await starter("supervisor-1");
  await counted("一份方案、二十项任务", async () => {
    await supervisor.goto("/registrations/new");
    await supervisor.getByLabel("方案名称").fill("秋季重点工作方案");
    await supervisor.getByLabel("简称").fill("秋季");
    await supervisor.getByLabel("编号字母").fill("QJ");
    await supervisor.getByLabel("标题").fill("关于做好秋季重点工作的通知");
    await supervisor.getByLabel("文种").fill("通知");
    await supervisor.getByLabel("发文机关").fill(province);
    await supervisor.getByLabel("印发（刊发）日期").fill(day(0));
    await supervisor.getByLabel("全文").fill(quotes.join("。\n"));
    await supervisor.getByRole("button", { name: "保存，录入任务" }).click();
    await supervisor.getByLabel("时限类型").selectOption({ label: "年内" });
    for (const [i, quote] of quotes.entries()) {
      await supervisor.getByLabel("原文条款").fill(quote);
      await supervisor.getByLabel("牵头单位（拟定）").fill(bureauOf(departments[i % 10]));
      await supervisor.getByLabel("完成时限", { exact: true }).fill(day(4));
      await supervisor.getByLabel("任务名称").fill(`第${i + 1}项`);
      await supervisor.getByLabel("任务名称").press("Enter");
      await expect(supervisor.getByText(`已存入 第${i + 1}项。`)).toBeVisible();
    }
    await expectFitForAll(supervisor);
    await supervisor.getByRole("button", { name: "报请立项" }).click();
    await expect(supervisor.getByRole("heading", { name: "预览：秋季重点工作方案" })).toBeVisible();
  });

  const director = await starter("director");
  await counted("立项、公开", async () => {
    await director.getByRole("link", { name: "秋季重点工作方案" }).first().click();
    await director.getByRole("button", { name: "同意立项" }).click();
    await director.getByRole("button", { name: "公开发布" }).click();
    await expect(director.getByText("已公开")).toBeVisible();
  });

  await counted("交办二十项，其中五项各市", async () => {
    await admin.goto("/assignments");
    await admin.getByLabel(/^全选 20 项/).check();
    await admin.getByRole("button", { name: "交办所选 20 项" }).click();
    await admin.getByRole("button", { name: "确认交办 20 项" }).click();
    await expect(admin.getByText("已交办 20 项。")).toBeVisible({ timeout: 60_000 });
    for (const number of ["16", "17", "18", "19", "20"]) {
      await admin.goto(`/parts/QJ-${number}`);
      await admin.getByRole("combobox", { name: "单位" }).fill("各设区市");
      await expect(admin.getByRole("option").first()).toContainText("各设区市人民政府");
      await admin.getByRole("combobox", { name: "单位" }).press("Enter");
      await admin.getByRole("button", { name: "下一步：核对分项任务" }).click();
      await admin.getByRole("button", { name: "确认分解为 5 个分项任务" }).click();
      await expect(admin.getByText(/分解到 5 个单位/)).toBeVisible();
    }
    await expectFitForAll(admin);
  });

  await counted("三份报告，报送、审签、审核", async () => {
    for (const i of [0, 1, 2]) {
      const unit = numberOf(bureauOf(departments[i]));
      const official = await starter(`official-${unit}`);
      await official.goto(`/work/QJ-0${i + 1}`);
      await official.getByRole("button", { name: "签收" }).click();
      await official.getByRole("link", { name: "填报进展" }).click();
      await official.getByLabel("完成进度（%）").fill("30");
      await official.getByLabel("进展情况").fill(`第${i + 1}项已经开始，完成三成。`);
      await official.getByLabel("下一步工作打算").fill("下月完成六成。");
      await official.getByRole("button", { name: "提交" }).click();
      await expect(official.getByText("报送了进展报告（第1稿）")).toBeVisible();
      const head = await starter(`head-${unit}`);
      if (i === 0) await nameHandler(head, "QJ-01", `official-${unit}`);
      for (const page of [head, supervisor]) {
        await page.goto("/inbox");
        const row = page.getByRole("listitem").filter({ hasText: `QJ-0${i + 1}` });
        await row.getByRole("link", { name: "审核" }).click();
        await page.getByRole("button", { name: "同意", exact: true }).click();
        await expect(page.getByText(`QJ-0${i + 1}：已同意`)).toBeVisible();
      }
    }
  });

  await counted("离任交接", async () => {
    const leaver = `official-${numberOf(bureauOf(departments[0]))}`;
    await admin.goto(`/people?q=${leaver}`);
    await admin.getByRole("table").getByRole("link").first().click();
    await admin.getByRole("link", { name: "离任交接" }).click();
    await expectFitForAll(admin);
    const successor = admin.getByLabel("承办的任务 1 项，由谁承办？");
    const colleague = successor.locator("option", { hasText: "承办人" });
    await successor.selectOption(await colleague.first().getAttribute("value"));
    await admin.getByRole("button", { name: "确认离任" }).click();
    await expect(admin.getByText("已离任，邮箱和电话已清除，留痕保留。")).toBeVisible();
  });

  await test.step("公众看到方案和进展", async () => {
    await expect(async () => {
      await citizen.goto(`${site.url}/tasks/QJ-01`);
      await expect(citizen.getByText("第1项已经开始，完成三成。")).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await citizen.goto(site.url);
    await expect(citizen.getByText("秋季重点工作方案").first()).toBeVisible();
    await expectFitForAll(citizen);
  });
  console.log([...clicks].map(([name, count]) => `${name}：${count} 次点击`).join("\n"));
});
