/** A refusal or an answer of a tool. */
export interface Told {
  readonly isError: boolean;
  readonly code: string | null;
  readonly field: string | null;
  readonly mode: string | null;
  readonly data: Record<string, unknown>;
  /** The whole answer, as it came. */
  readonly text: string;
  /** Everything but `data`: a host may take it for the desk's own words. */
  readonly outside: string;
}

/** Calls tools over plain HTTP, so that a body is exactly what a test writes. */
export class McpCalls {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  /** Posts the body of a request, as text. */
  async post(body: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${this.url}/mcp`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        authorization: `Bearer ${this.token}`,
      },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  }

  async rpc(method: string, params: object): Promise<Record<string, unknown>> {
    const { text } = await this.post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
    const { result } = JSON.parse(text) as { result?: Record<string, unknown> };
    if (!result) throw new Error(text);
    return result;
  }

  async names(): Promise<readonly string[]> {
    const { tools } = (await this.rpc('tools/list', {})) as { tools: { name: string }[] };
    return tools.map(({ name }) => name);
  }

  call(name: string, args: object): Promise<Told> {
    return this.callWritten(name, JSON.stringify(args));
  }

  /** Calls a tool with arguments as JSON text, which are sent exactly as written. */
  async callWritten(name: string, args: string): Promise<Told> {
    const params = `{"name":${JSON.stringify(name)},"arguments":${args}}`;
    const { text } = await this.post(
      `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${params}}`,
    );
    const { result } = JSON.parse(text) as { result?: Result };
    if (!result) throw new Error(text);
    const { code = null, field = null, mode, data } = result.structuredContent;
    const said = { code, field, mode, data: data ?? {}, text, outside: outsideOf(result) };
    return { isError: result.isError ?? false, ...said };
  }
}

/** A result without `data`, as text; its own text is the same JSON as its structured content. */
function outsideOf(result: Result): string {
  const texts = result.content.map(({ text }) => {
    const { data: _data, ...said } = JSON.parse(text) as Record<string, unknown>;
    return said;
  });
  const { data: _data, ...said } = result.structuredContent;
  return JSON.stringify({ ...result, structuredContent: said, content: texts });
}

interface Result {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent: {
    readonly code?: string;
    readonly field?: string;
    readonly mode: string | null;
    readonly data: Record<string, unknown> | null;
  };
}
