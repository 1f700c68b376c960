import { isInputObjectType, type GraphQLSchema } from 'graphql';
import { modeOfId, type TradingMode } from '../domain/mode.ts';
import { schemaOfInput } from './input-schema.ts';
import { Refused } from './refused.ts';
import type { Arguments } from './tool.ts';

interface RequestKind {
  readonly input: string;
  /** The query that previews the request. */
  readonly preview: string;
  /** The mutation that carries it out. */
  readonly send: string;
}

/** Requests that an assistant may send, by the name of their argument. */
export const REQUEST_KINDS = {
  order: { input: 'PlaceTradeInput', preview: 'previewTrade', send: 'placeTrade' },
  close: { input: 'CloseTradeInput', preview: 'previewClose', send: 'closeTrade' },
  bracket: { input: 'AdjustBracketInput', preview: 'previewAdjust', send: 'adjustBracket' },
} as const satisfies Readonly<Record<string, RequestKind>>;

export type RequestName = keyof typeof REQUEST_KINDS;

const NAMES = Object.keys(REQUEST_KINDS) as RequestName[];
const TOKEN = 'confirmationToken';

export interface GivenRequest {
  readonly name: RequestName;
  /** The request as the caller gave it. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Null when neither its mode nor its id names a book. */
  readonly mode: TradingMode | null;
}

/** The one request among the arguments. @throws {Refused} BAD_USER_INPUT */
export function requestIn(args: Arguments): GivenRequest {
  const [name, ...others] = NAMES.filter((each) => args[each] != null);
  if (name === undefined || others.length > 0)
    throw new Refused('BAD_USER_INPUT', 'Give exactly one of order, close and bracket');
  const body = args[name];
  if (typeof body !== 'object' || Array.isArray(body))
    throw new Refused('BAD_USER_INPUT', 'It is an object', { field: name });
  const fields = body as GivenRequest['body'];
  if (fields[TOKEN] != null)
    throw new Refused('BAD_USER_INPUT', `${TOKEN} stands beside ${name}, not in it`, {
      field: `${name}.${TOKEN}`,
    });
  return { name, body: fields, mode: bookOf(name, fields) };
}

function bookOf(name: RequestName, { mode, id }: GivenRequest['body']): TradingMode | null {
  if (name === 'order') return mode === 'PAPER' || mode === 'REAL' ? mode : null;
  return typeof id === 'string' ? modeOfId(id) : null;
}

/** The three arguments, with the API's own descriptions. The token is an argument of its own. */
export function requestProperties(schema: GraphQLSchema): Readonly<Record<string, object>> {
  return Object.fromEntries(NAMES.map((name) => [name, propertyOf(schema, name)]));
}

function propertyOf(schema: GraphQLSchema, name: RequestName): object {
  const type = schema.getType(REQUEST_KINDS[name].input);
  if (!isInputObjectType(type)) throw new Error(`The API has no ${REQUEST_KINDS[name].input}`);
  const given = schemaOfInput(type) as { readonly properties: Readonly<Record<string, object>> };
  const { [TOKEN]: _token, ...properties } = given.properties;
  return { ...given, properties, description: type.description };
}

/** Renames `input` in a refusal's field to the name under which the caller gave the request. */
export async function inItsWords<T>(name: RequestName, asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    if (!(error instanceof Refused) || error.field === undefined) throw error;
    const { code, message, detail } = error;
    throw new Refused(code, message, { field: error.field.replace(/^input\b/, name), detail });
  }
}
