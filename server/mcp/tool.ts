import type { GraphQLSchema } from 'graphql';
import type { Scope } from '../domain/account/user.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Admission } from '../graphql/admission/admission.ts';
import type { Principal } from '../graphql/books/principal.ts';
import type { DeskApi } from '../graphql/desk-api.ts';
import type { WireErrors } from '../graphql/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Prepared } from '../ports/trading-system.ts';
import type { PreparedRequests } from '../usecases/assistants/prepared-requests.ts';

/** What tools are made of: the served schema and everything that runs a document against it. */
export interface McpDeps {
  readonly schema: GraphQLSchema;
  readonly api: DeskApi;
  readonly admission: Admission;
  readonly errors: WireErrors;
  readonly clock: Clock;
  readonly prepared: PreparedRequests;
}

/** The caller of one request; `ask` runs documents in this name. */
export interface McpCaller {
  readonly desk: McpDeps;
  readonly principal: Principal;
  /** The network address that the call came from. */
  readonly address: string;
  /** The host's user agent. */
  readonly device: string | null;
  /** The request that the caller has confirmed; left out when nothing may be sent. */
  readonly prepared?: Prepared;
}

/** The arguments of a call, not checked yet: a document's variables are checked when it runs. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The result of a tool; the envelope adds the time. */
export interface Told {
  /** The book that the result is about; null when it is about none or both. */
  readonly mode: TradingMode | null;
  /** Seconds of age of the oldest price in `data`; null when it has no price. */
  readonly ageSeconds: number | null;
  /** Whether prices or fills in `data` come from a simulated market. */
  readonly simulated: boolean;
  /** Ready for JSON. Only here may text by people, models, venues and issuers appear. */
  readonly data: unknown;
  /** Left out when `data` is complete. */
  readonly more?: More;
}

/** How to get the rest when a list in `data` is only a part. */
export interface More {
  /** Path of the list in `data`; empty when it is `data` itself. */
  readonly list: string;
  /** How many items of the list are in `data`. */
  readonly shown: number;
  /** How many items the list has in all. */
  readonly total: number;
  /** Arguments that, added to the same call, return the next items. */
  readonly next: Arguments;
}

/** JSON Schema of the arguments. The server does not validate with it; hosts may. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: string[];
  readonly additionalProperties: false;
  readonly [key: string]: unknown;
}

/** What hosts may assume about a tool. None of it is a safeguard. */
export interface Annotations {
  readonly readOnlyHint?: boolean;
  readonly destructiveHint?: boolean;
  readonly idempotentHint?: boolean;
  readonly openWorldHint?: boolean;
}

export interface McpTool {
  readonly name: string;
  readonly title?: string;
  readonly description: string;
  readonly inputSchema: InputSchema;
  readonly annotations: Annotations;
  /** Whether it is listed for this caller now. */
  readonly offered: (caller: McpCaller) => boolean | Promise<boolean>;
  /** Whether the caller may call it, else FORBIDDEN; left out: everyone to whom it is offered may. */
  readonly allowed?: (caller: McpCaller) => boolean | Promise<boolean>;
  /** Receives only arguments that are properties of `inputSchema`. @throws {Refused} */
  readonly call: (args: Arguments, caller: McpCaller) => Promise<Told>;
}

/** How a tool is made; `tools.ts` has one line for each. */
export type MakeTool = (deps: McpDeps) => McpTool;

/** Whether the caller has one of the scopes; a session has all rights of its user. */
export function hasScope(principal: Principal, ...scopes: readonly Scope[]): boolean {
  return principal.kind === 'session' || scopes.some((scope) => principal.scopes.includes(scope));
}
