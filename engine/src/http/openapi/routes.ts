import { endpoints } from "@mastery/contracts/endpoints";
import { openApiDocument } from "@mastery/contracts/openapi";
import type { FastifyInstance } from "fastify";
import type { EngineDeps } from "../deps.ts";
import { route } from "../route.ts";

export function registerOpenApiRoutes(app: FastifyInstance, deps: EngineDeps): void {
  const document = openApiDocument({ publicUrl: deps.publicUrl, version: deps.version });
  route(app, deps, endpoints.openapi, async ({ reply }) => {
    void reply.header("cache-control", "no-cache");
    return document;
  });
}
