import { expect, type Page } from "@playwright/test";
import { firstPassword } from "@/db/testing/empty-start.fixture";
import { submitSignIn } from "./fixtures";

// The people of the story of the first afternoon: a province of 30 units and 100 people, and each of them at a browser.

const ownPassword = "Meine-eigene-Losung-1";
export const departments =
  "生态环境 工业信息 能源 交通运输 住房建设 农业农村 水利 公安 气象 市场监管".split(" ");
const cities = "东 南 西 北 中".split(" ");
export const province = "示例省人民政府";
const cityOf = (name: string) => `${name}安市人民政府`;
export const bureauOf = (name = "") => `省${name}厅`;
const office = "省政府督查室";
const allCities = "各设区市人民政府";

/** 编号、名称、类别、上级单位. The first office is there and gets its name. */
export const units = [
  ["general-office", office, "政府部门", province],
  ["all-cities", allCities, "集体责任主体", province],
  ["", province, "政府", ""],
  ...departments.map((name) => ["", bureauOf(name), "政府部门", province]),
  ...cities.map((name) => ["", cityOf(name), "市", province]),
  ...Array.from({ length: 13 }, (_, i) => {
    const city = cities[i % 5] ?? "";
    return ["", `${city}安第${Math.floor(i / 5) + 1}区人民政府`, "县区", cityOf(city)];
  }),
];
const peopled = units.map(([, name = ""]) => name).filter((name) => name !== allCities);
/** The number that a unit's head and official have in their user names. */
export const numberOf = (unit: string) => peopled.indexOf(unit);

const oversees: Record<string, string> = {
  director: "督查室主任",
  ...{ "supervisor-1": "督查员", "supervisor-2": "督查员", "supervisor-3": "督查员" },
  ...{ leader: "领导", auditor: "审计员" },
};
/** 用户名、姓名、单位、角色. */
export const people = [
  ...Object.entries(oversees).map(([username, role]) => [username, "周一", office, role]),
  ...peopled.map((unit, i) => [`head-${i}`, "吴二", unit, "单位负责人"]),
  ...Array.from({ length: 94 - peopled.length }, (_, i) => {
    const unit = peopled[i < peopled.length ? i : 2 + ((i - peopled.length) % 10)] ?? "";
    return [`official-${i}`, "郑三", unit, "承办人"];
  }),
];

export async function enter(page: Page, username: string, password = ownPassword) {
  await submitSignIn(page, username, password);
  await page.waitForURL(/\/(inbox|roles|audit|account\/password|getting-started)/);
}

/** An administrator, with the first password in the place of which they choose their own. */
export async function enterFirst(page: Page, username: string) {
  await enter(page, username, firstPassword);
  await page.getByLabel("现在的密码").fill(firstPassword);
  await page.getByLabel("新密码").fill(ownPassword);
  await page.getByRole("button", { name: "修改密码" }).click();
  await page.waitForURL(/\/(inbox|roles|audit)/);
  return page;
}

/** Somebody who got a start code, and chooses a password with it. */
export async function start(page: Page, username: string, code: string | undefined) {
  await page.goto(`/start#${code}`);
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByLabel("新密码").fill(ownPassword);
  await page.getByRole("button", { name: "设置密码" }).click();
  await page.getByRole("link", { name: "去登录" }).click();
  await enter(page, username);
  return page;
}

export async function importSheet(page: Page, headings: string[], rows: string[][], says: string) {
  const buffer = Buffer.from([headings, ...rows].map((row) => row.join(",")).join("\n"));
  await page.getByLabel(/表格文件/).setInputFiles({ name: "表.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "上传并预览" }).click();
  await expect(page.getByText(says)).toBeVisible();
  await page.getByRole("button", { name: "确认导入" }).click();
  await expect(page.getByRole("heading", { name: /^已导入/ })).toBeVisible();
}

/** The start codes that the page of an import shows, by user name. */
export async function codesOn(page: Page, count: number): Promise<Map<string, string>> {
  const slips = page.getByRole("listitem").filter({ has: page.locator("strong") });
  await expect(slips).toHaveCount(count);
  const said = await slips.evaluateAll((all) =>
    all.map((slip): [string, string] => [
      slip.querySelectorAll("dd")[1]?.textContent ?? "",
      [...slip.querySelectorAll("strong span")].map((group) => group.textContent).join("-"),
    ]),
  );
  return new Map(said);
}

/** The head of the unit that leads a task names who handles it. */
export async function nameHandler(head: Page, code: string, username: string) {
  await head.goto(`/work/${code}`);
  await head.getByText("明确承办人和分管领导").click();
  const handler = head.getByLabel("承办人", { exact: true });
  const person = handler.locator("option", { hasText: `${username}）` });
  await handler.selectOption(await person.getAttribute("value"));
  await head.getByRole("button", { name: "保存" }).click();
  await expect(head.getByText("已保存。提醒从下一次起发给承办人。")).toBeVisible();
}
