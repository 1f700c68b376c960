import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { VARIES } from './bridge/tool-list-watch.ts';
import { OUTPUT_SCHEMA, refusalOf, resultOf } from './envelope.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { refusedAs } from './ask.ts';
import { masked } from './masked.ts';
import { Refused } from './refused.ts';
import { askedMode } from './told.ts';
import { serveResources } from './resources.ts';
import { hasScope, type Arguments, type McpCaller, type McpTool } from './tool.ts';

/** Shared: a server is made for each request, and making a validator takes most of that time. */
const VALIDATOR = new AjvJsonSchemaValidator();

/** The tools and resources for one caller, over any transport. */
export function mcpServer(tools: readonly McpTool[], caller: McpCaller, version: string): Server {
  const server = new Server(
    { name: 'twinbook', title: 'Twinbook', version },
    {
      capabilities: { tools: {}, resources: {} },
      instructions: INSTRUCTIONS,
      jsonSchemaValidator: VALIDATOR,
    },
  );
  server.setRequestHandler(ListToolsRequestSchema, async () => ({
    tools: (await offeredTo(caller, tools)).map(listed),
    _meta: { [VARIES]: hasScope(caller.principal, 'TRADE_REAL') },
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) throw new McpError(ErrorCode.InvalidParams, 'There is no tool of this name');
    return called(tool, params.arguments ?? {}, caller);
  });
  serveResources(server, tools, caller);
  return server;
}

async function offeredTo(
  caller: McpCaller,
  tools: readonly McpTool[],
): Promise<readonly McpTool[]> {
  try {
    const offered = await Promise.all(tools.map(async (tool) => tool.offered(caller)));
    return tools.filter((_tool, at) => offered[at]);
  } catch (error) {
    throw masked(caller.desk, error);
  }
}

function listed({ name, title, description, inputSchema, annotations }: McpTool): Tool {
  const about = { name, ...(title !== undefined && { title }), description, annotations };
  return { ...about, inputSchema, outputSchema: OUTPUT_SCHEMA } as unknown as Tool;
}

async function called(tool: McpTool, args: Arguments, caller: McpCaller): Promise<CallToolResult> {
  const { clock, errors } = caller.desk;
  try {
    await checkCall(tool, args, caller);
    return resultOf(await tool.call(args, caller), clock.now());
  } catch (error) {
    const refused = error instanceof Refused ? error : refusedAs(errors.of(error));
    return refusalOf(refused, askedMode(tool, args), clock.now());
  }
}

/** @throws {Refused} FORBIDDEN; BAD_USER_INPUT for an argument that the tool does not have */
async function checkCall(tool: McpTool, args: Arguments, caller: McpCaller): Promise<void> {
  const { name, inputSchema, offered, allowed = offered } = tool;
  if (!(await allowed(caller))) throw new Refused('FORBIDDEN', `You may not use ${name}`);
  const unknown = Object.keys(args).find((key) => !Object.hasOwn(inputSchema.properties, key));
  if (unknown === undefined) return;
  throw new Refused('BAD_USER_INPUT', `${name} has no such argument`, { field: unknown });
}
