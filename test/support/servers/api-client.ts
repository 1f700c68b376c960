import type http from 'node:http';
import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { WebSocket, type ClientOptions } from 'ws';
import { rawRequest } from './raw-request.ts';

export interface ApiAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  readonly data: Record<string, never> | null;
  readonly errors: readonly { message: string; path?: unknown; extensions: Extensions }[];
  /** Code of the first error; null when there is none. */
  readonly code: string | null;
  readonly field: unknown;
}

type Extensions = Record<string, unknown> & { readonly code: string };

export interface Asking {
  readonly token?: string | null;
  readonly variables?: object;
  readonly operationName?: string;
  readonly headers?: Record<string, string>;
}

/** Calls a server like a program; with `http`, because `fetch` would not send our Host or Origin. */
export class ApiClient {
  constructor(readonly url: string) {}

  async ask(query: string, asking: Asking = {}): Promise<ApiAnswer> {
    const { variables, operationName } = asking;
    return this.post(JSON.stringify({ query, variables, operationName }), asking);
  }

  async post(body: string, { token, headers = {} }: Asking = {}): Promise<ApiAnswer> {
    const all = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    };
    return answerOf(await this.#request('POST', '/graphql', all, body));
  }

  async get(path: string, headers: Record<string, string> = {}) {
    return this.#request('GET', path, headers);
  }

  async signUp(username: string, password = 'long enough'): Promise<string> {
    const query =
      'mutation($u: String!, $p: String!) { signUp(username: $u, password: $p) { token } }';
    const { data, text } = await this.ask(query, { variables: { u: username, p: password } });
    if (!data) throw new Error(text);
    return (data as unknown as { signUp: { token: string } }).signUp.token;
  }

  /** A socket that connects at once; `closed` resolves to how it ended. */
  socket(payload: object | null, headers: Record<string, string> = {}) {
    const options: ClientOptions = { headers };
    class Socket extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, options);
      }
    }
    let end: (code: number) => void = () => undefined;
    const closed = new Promise<number>((resolve) => (end = resolve));
    const client = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
      lazy: false,
      retryAttempts: 0,
      connectionParams: (payload ?? undefined) as Record<string, unknown> | undefined,
      onNonLazyError: () => undefined,
      on: { closed: (event) => end((event as { code: number }).code) },
    });
    return { client, closed };
  }

  #request(method: string, path: string, headers: Record<string, string>, body = '') {
    return rawRequest(`${this.url}${path}`, { method, headers, body });
  }
}

/** The first result of an operation over a socket, shaped like an answer over HTTP. */
export async function askOver(
  client: Client,
  query: string,
  variables?: object,
): Promise<ApiAnswer> {
  const results = client.iterate({ query, variables: variables as Record<string, unknown> });
  try {
    const { value } = (await results.next()) as { value: FormattedExecutionResult };
    return answerOf({ status: 0, headers: {}, text: JSON.stringify(value ?? {}) });
  } catch (errors) {
    if (!Array.isArray(errors)) throw errors;
    return answerOf({
      status: 0,
      headers: {},
      text: JSON.stringify({ errors: errors as unknown[] }),
    });
  } finally {
    await results.return?.();
  }
}

function answerOf(raw: {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}): ApiAnswer {
  const { data = null, errors = [] } = JSON.parse(raw.text) as Partial<ApiAnswer>;
  const extensions = errors[0]?.extensions;
  return { ...raw, data, errors, code: extensions?.code ?? null, field: extensions?.field };
}
