import type { GraphQLSchema } from 'graphql';
import type { Scope } from '../domain/account/user.ts';
import type { TradingMode } from '../domain/mode.ts';
import type { Admission } from '../graphql/admission/admission.ts';
import type { Principal } from '../graphql/books/principal.ts';
import type { DeskApi } from '../graphql/desk-api.ts';
import type { WireErrors } from '../graphql/errors.ts';
import type { Clock } from '../ports/clock.ts';

/** What tools are made of: the served schema with all that runs a document of it. */
export interface McpDeps {
  readonly schema: GraphQLSchema;
  readonly api: DeskApi;
  readonly admission: Admission;
  readonly errors: WireErrors;
  readonly clock: Clock;
}

/** Who calls, in one request; `ask` runs a document in its name. */
export interface McpCaller {
  readonly desk: McpDeps;
  readonly principal: Principal;
  /** The network address that the call came from. */
  readonly address: string;
  /** The host's user agent. */
  readonly device: string | null;
}

/** What a tool was called with, not checked yet: a document's variables are checked when it is asked. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What a tool answers with; the envelope adds the instant. */
export interface Told {
  /** The book that is concerned; null where none is, or both are. */
  readonly mode: TradingMode | null;
  /** Of the oldest price in `data`; null where it has none. */
  readonly ageSeconds: number | null;
  /** Whether prices or fills in `data` are of a simulated market. */
  readonly simulated: boolean;
  /** Ready for JSON. The only place for what people, models, venues and issuers have written. */
  readonly data: unknown;
  /** Left out: `data` is all there is. */
  readonly more?: More;
}

/** How to go on where a list in `data` is a part of a longer one. */
export interface More {
  /** Path of the list in `data`; empty: `data` itself. */
  readonly list: string;
  /** How many items of the list `data` has. */
  readonly shown: number;
  /** How many there are in all. */
  readonly total: number;
  /** Arguments that, added to the same call, bring what follows. */
  readonly next: Arguments;
}

/** JSON Schema of the arguments. The server does not validate by it; hosts may. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: string[];
  readonly additionalProperties: false;
  readonly [key: string]: unknown;
}

/** What hosts may assume of a tool; none of it is a safeguard. */
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
  /** Whether the caller may call it, else FORBIDDEN; left out: whoever it is offered to. */
  readonly allowed?: (caller: McpCaller) => boolean | Promise<boolean>;
  /** Arguments that are in no property of `inputSchema` never get here. @throws {Refused} */
  readonly call: (args: Arguments, caller: McpCaller) => Promise<Told>;
}

/** One line a tool in `tools.ts`. */
export type MakeTool = (deps: McpDeps) => McpTool;

/** A session has all of its user's rights; a token one of the scopes. */
export function hasScope(principal: Principal, ...scopes: readonly Scope[]): boolean {
  return principal.kind === 'session' || scopes.some((scope) => principal.scopes.includes(scope));
}
