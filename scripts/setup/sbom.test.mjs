import { expect, it } from "vitest";
import { lockedPackages } from "./packages.mjs";
import { makeSbom } from "./sbom.mjs";

it("is a CycloneDX bill of every package that is locked, and of nothing else", async () => {
  const bill = JSON.parse(await makeSbom());
  expect(bill).toMatchObject({
    bomFormat: "CycloneDX",
    specVersion: expect.stringMatching(/^1\.\d$/),
    serialNumber: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    version: 1,
    metadata: { component: { name: "taizhang", type: "application" } },
  });

  const urlOf = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const locked = lockedPackages();
  const wanted = new Set(locked.map(({ name, version }) => urlOf(name, version)));
  const listed = new Set(bill.components.map(({ purl }) => purl));
  expect(wanted.size).toBeGreaterThan(200);
  expect([...wanted].filter((purl) => !listed.has(purl))).toEqual([]);
  expect([...listed].filter((purl) => !wanted.has(purl))).toEqual([]);

  const references = new Set(bill.components.map((component) => component["bom-ref"]));
  expect(references.size).toBe(bill.components.length);
  references.add(bill.metadata.component["bom-ref"]);
  const named = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
  expect(named.filter((ref) => !references.has(ref))).toEqual([]);

  // The lock has no digest of what was never fetched for it: packages for other systems.
  const digests = new Set(locked.flatMap(({ integrity }) => (integrity ? [integrity] : [])));
  expect(digests.size).toBeGreaterThan(200);
  const sums = bill.components.flatMap(({ hashes = [] }) =>
    hashes.map(({ alg, content }) => integrityOf(alg, content)),
  );
  expect([...digests].filter((digest) => !sums.includes(digest))).toEqual([]);
}, 60_000);

/** A digest as package-lock.json writes it. */
function integrityOf(algorithm, hex) {
  return `${algorithm.toLowerCase().replace("-", "")}-${Buffer.from(hex, "hex").toString("base64")}`;
}
