import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** What scripts/test/server.mjs returns: clone `template` by way of `ownerUrl`. */
    testServer: {
      ownerUrl: string;
      template: string;
      demoToday: string;
      demoPassword: string;
      appRolePassword: string;
    };
  }
}
