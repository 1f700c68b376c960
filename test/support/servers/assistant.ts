import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { ToolListChangedNotificationSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';
import { isDeepStrictEqual } from 'node:util';
import { builtProgram } from './server-process.ts';

/** The envelope of a result; a refusal's has its code. */
export interface Envelope {
  readonly mode: 'PAPER' | 'REAL' | null;
  readonly asOf: string;
  readonly ageSeconds: number | null;
  readonly simulated: boolean;
  readonly data: never;
  readonly more?: {
    readonly list: string;
    readonly shown: number;
    readonly total: number;
    readonly next: Readonly<Record<string, unknown>>;
  };
  readonly isError: boolean;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
}

/** A host with an assistant: the SDK's own client, over either transport. */
export class Assistant {
  /** How many notifications of changed tools have arrived. */
  listChanges = 0;
  readonly #client = new Client({ name: 'assistant', version: '1' });

  private constructor() {
    this.#client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
      this.listChanges += 1;
    });
  }

  static async over(transport: Transport): Promise<Assistant> {
    const assistant = new Assistant();
    await assistant.#client.connect(transport);
    return assistant;
  }

  static http(url: string, token: string): Promise<Assistant> {
    const requestInit = { headers: { authorization: `Bearer ${token}` } };
    return Assistant.over(
      new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit }),
    );
  }

  /** Connects by the built bridge, as `npm run -s mcp` starts it. */
  static stdio(url: string, token: string): Promise<Assistant> {
    return Assistant.over(stdioTransport({ TWINBOOK_URL: url, TWINBOOK_TOKEN: token }));
  }

  get client(): Client {
    return this.#client;
  }

  async tools(): Promise<readonly Tool[]> {
    return (await this.#client.listTools()).tools;
  }

  async names(): Promise<readonly string[]> {
    return (await this.tools()).map(({ name }) => name);
  }

  /** Calls a tool. @throws if the text differs from the structured content. */
  async call(name: string, args: object = {}): Promise<Envelope> {
    const result = await this.#client.callTool({ name, arguments: args as never });
    const [text] = result.content as readonly { readonly text: string }[];
    const same = isDeepStrictEqual(JSON.parse(text!.text), result.structuredContent);
    if (!same) throw new Error(`The text of ${name} is not its content`);
    return { ...(result.structuredContent as Envelope), isError: !!result.isError };
  }

  /** The data of a tool's answer. @throws a refusal */
  async data<T>(name: string, args: object = {}): Promise<T> {
    const { isError, data, code, message } = await this.call(name, args);
    if (isError) throw new Error(`${name}: ${code} ${message}`);
    return data;
  }

  async read(uri: string): Promise<Envelope> {
    const { contents } = await this.#client.readResource({ uri });
    return JSON.parse((contents[0] as { readonly text: string }).text) as Envelope;
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

export function stdioTransport(env: Readonly<Record<string, string>>): StdioClientTransport {
  const { PATH = '', HOME = '' } = process.env;
  return new StdioClientTransport({
    command: process.execPath,
    args: [builtProgram('cli/mcp')],
    env: { PATH, HOME, NODE_ENV: 'production', ...env },
    stderr: 'pipe',
  });
}

/** Makes an API token with these scopes. */
export async function apiToken(
  ask: (query: string) => Promise<unknown>,
  ...scopes: readonly string[]
): Promise<string> {
  const query = `mutation { createApiToken(name: "x", scopes: [${scopes.join(', ')}]) { token } }`;
  const { createApiToken } = (await ask(query)) as { createApiToken: { token: string } };
  return createApiToken.token;
}
