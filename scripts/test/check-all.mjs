import { runCommand } from "../processes/command.mjs";
import { step } from "../report/steps.mjs";
import { startTally } from "../report/tally.mjs";
import { installPackages } from "../setup/install.mjs";
import { checkLint, checkTypes } from "./checks.mjs";

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
