import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { guide } from '../graphql/glossary/guide.ts';
import { glossaryOf } from '../graphql/glossary/glossary.resolver.ts';
import { envelopeOf } from './envelope.ts';
import { masked } from './masked.ts';
import { toldOfNone } from './told.ts';
import type { Arguments, McpCaller, McpTool, Told } from './tool.ts';

const MIME = { mimeType: 'application/json' };
/** The protocol's code for a missing resource. */
const NO_RESOURCE = -32_002;

const GUIDE = 'twinbook://guide';

const RESOURCES = [
  {
    uri: GUIDE,
    name: 'guide',
    title: 'Guide',
    description:
      'How to work with the desk, what each figure means, and what cannot be known. Read it first.',
    ...MIME,
  },
  {
    uri: 'twinbook://portfolio/PAPER',
    name: 'portfolio-paper',
    title: 'Portfolio of PAPER',
    description: 'The PAPER book as a whole, with its positions: no real money.',
    ...MIME,
  },
  {
    uri: 'twinbook://portfolio/REAL',
    name: 'portfolio-real',
    title: 'Portfolio of REAL',
    description: 'The REAL book as a whole, with its positions: real money.',
    ...MIME,
  },
];

const TEMPLATES = [
  {
    uriTemplate: 'twinbook://trade/{id}',
    name: 'trade',
    title: 'One trade',
    description: 'A trade with its orders, by its id: paper_… or real_….',
    ...MIME,
  },
];

/** The tool and the arguments that answer a resource; null for all others. No tool answers the guide. */
function asked(uri: string): readonly [tool: string, args: Arguments] | null {
  const [, kind, name = ''] = /^twinbook:\/\/(portfolio|trade)\/([\w-]{1,80})$/.exec(uri) ?? [];
  if (kind === 'trade') return ['trade', { id: name }];
  const isBook = name === 'PAPER' || name === 'REAL';
  return kind === 'portfolio' && isBook ? ['portfolio', { mode: name }] : null;
}

export function serveResources(server: Server, tools: readonly McpTool[], caller: McpCaller): void {
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: RESOURCES }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: TEMPLATES,
  }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const told = await toldBy(uri, tools, caller).catch((error: unknown) => {
      throw masked(caller.desk, error);
    });
    if (told.data === null) missing();
    const text = JSON.stringify(envelopeOf(told, caller.desk.clock.now()));
    return { contents: [{ uri, ...MIME, text }] };
  });
}

async function toldBy(uri: string, tools: readonly McpTool[], caller: McpCaller): Promise<Told> {
  if (uri === GUIDE) return toldOfNone(guide(glossaryOf(caller.desk.schema)));
  const [name, args] = asked(uri) ?? missing();
  const tool = tools.find((each) => each.name === name) ?? missing();
  return tool.call(args, caller);
}

function missing(): never {
  throw new McpError(NO_RESOURCE, 'There is no such resource');
}
