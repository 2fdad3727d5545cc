import { expect, test } from "@playwright/test";
import { signInByRequest } from "@/e2e/requests";
import { inboxSections, isToBeSeen } from "@/lib/domain/inbox";
import { type Claim, readerFor, whatDiffers } from "./claims";
import { isOfWorkspace, walk } from "./walk";

// One truth: a number in the workspace is that of the list it leads to, whoever looks.

const people = [
  ...["ecology-official", "ecology-head", "taiyuan-official", "supervisor-1", "director", "leader"],
  ...["system-admin", "security-admin", "audit-admin", "auditor"],
];

const toBeSeen = inboxSections.filter(isToBeSeen) as readonly string[];

/** What an inbox says at its head is the sum of what is theirs to do in it. A leader's home, and the others, have no head. */
const headClaim: Claim = async (read) => {
  const lists = (await read("/inbox"))?.lists ?? [];
  const head = lists.find(({ id, rows }) => id === null && rows === null);
  const theirs = lists.filter(({ id }) => id !== null && !toBeSeen.includes(id));
  const sum = theirs.reduce((all, { total }) => all + total, 0);
  return !head || head.total === sum ? null : `/inbox: ${head.total} at its head, ${sum} below`;
};

for (const username of people)
  test(`a number that ${username} sees is that of the list it leads to`, async () => {
    const cookie = await signInByRequest(username);
    const first = readerFor(cookie);
    const bounds = { pages: 2, numbers: 12, isWanted: isOfWorkspace };
    const claims = [...(await walk(first, ["/inbox", "/notifications"], bounds)), headClaim];
    const differences = await whatDiffers(claims, { first, anew: () => readerFor(cookie) });
    expect(differences).toEqual([]);
    expect(claims.length).toBeGreaterThan(2);
  });
