import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./scripts/test/chromium";

const { executablePath, args } = await findChromium();

export default defineConfig({
  testDir: "e2e",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "off",
    // The window that a test gets is emptied for the next one: a new one each time costs a process.
    reuseContext: true,
    launchOptions: { executablePath, args },
  },
  projects: [
    { name: "chromium", use: { ...devices["Desktop Chrome"] } },
    {
      // These publish and assign tasks, which others count.
      name: "plans",
      testMatch: "*.plans.ts",
      dependencies: ["chromium"],
      use: { ...devices["Desktop Chrome"] },
    },
    {
      // These move the clock of the whole site, so they come after all others.
      name: "days",
      testMatch: "*.days.ts",
      dependencies: ["plans"],
      use: { ...devices["Desktop Chrome"] },
    },
    {
      // These look at what all others have left.
      name: "counts",
      testMatch: "*.counts.ts",
      dependencies: ["days"],
    },
    {
      // These fill the site with tasks that no page was made for.
      name: "cells",
      testMatch: "*.cells.ts",
      dependencies: ["counts"],
    },
  ],
});
