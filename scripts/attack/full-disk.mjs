import { run } from "../processes/processes.mjs";

/**
 * One official fills a disk of 300 MB by uploads and by everything else that an official can do, while others report, sign
 * and read. The disk is a tmpfs of a mount namespace of its own, which only root can make.
 */
export default async function attack({ say }) {
  if (process.platform !== "linux" || process.getuid() !== 0)
    return {
      failures: ["only root on Linux can make a disk of 300 MB: nothing was tried"],
      figures: [],
    };
  say("a site on a disk of 300 MB");
  const program = [process.execPath, "--import", "tsx", "scripts/attack/fill-disk.ts"];
  const { code, stdout, output } = await run("unshare", ["--mount", ...program], {
    env: process.env,
  });
  const result = stdout?.trim().split("\n").at(-1) ?? "";
  if (code !== 0 || !result.startsWith("{"))
    return {
      failures: [`the attack did not come to its end: ${output.slice(-2000)}`],
      figures: [],
    };
  return JSON.parse(result);
}
