import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { receiveBody } from "./received-request";

test("a body that does not come is not waited for", async () => {
  const request = new IncomingMessage(new Socket());
  request.push("half of it");
  expect(await receiveBody(request, 100, 1)).toBe("too_slow");
});
