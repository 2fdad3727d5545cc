import { checkLint, checkTypes } from "./checks.mjs";
import { runCommand } from "./command.mjs";
import { installPackages } from "./install.mjs";
import { step } from "./steps.mjs";
import { startTally } from "./tally.mjs";

runCommand(
  async () => {
    await step("软件包 [npm ci]", installPackages);
    const tally = startTally();
    await tally.job("类型 [tsc]", checkTypes);
    await tally.job("规范 [biome]", checkLint);
    return tally.finish();
  },
  { signalCode: 130 },
);
