import { McpServer } from "@modelcontextprotocol/server";
import type { LiveSkill } from "./live-skill.ts";

/** One server for one request: stateless, so that any replica answers any call. */
export function createMcpServer(skills: readonly LiveSkill[], version: string): McpServer {
  const server = new McpServer({ name: "mastery-engine", version });
  for (const live of skills) {
    const { name, title, description, input, output } = live.skill;
    server.registerTool(
      name,
      { title, description, inputSchema: input, outputSchema: output, annotations: { readOnlyHint: true } },
      (request) => {
        const answer = output.parse(live.current().answer(request));
        return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: answer };
      },
    );
  }
  return server;
}
