import type { AssetClass } from '../../../domain/instrument/instrument.ts';
import { CANDLE_MS, USUAL_INTERVAL, type CandleInterval } from '../../../domain/market/candle.ts';
import { Refusal } from '../../../domain/refusal.ts';
import { fillParameters } from '../../../domain/strategy/parameters.ts';
import type { ParameterSchema, StrategyDefinition } from '../../../domain/strategy/definition.ts';

/** The description of a kind, in plain values. */
export interface KindDescription {
  readonly title: string;
  readonly description: string;
  readonly assetClasses: readonly AssetClass[];
  readonly parameters: Readonly<Record<string, ParameterSchema>>;
  readonly interval: CandleInterval;
}

/** The module is no strategy; the message says what it lacks. */
export class NoStrategy extends Error {
  override readonly name = 'NoStrategy';
}

const CLASSES: readonly unknown[] = ['OPTION', 'EQUITY', 'TOKEN'];
const TYPES: readonly unknown[] = ['integer', 'number', 'string', 'boolean'];
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;
const LONGEST = 2_000;

type Fields = Readonly<Record<string, unknown>>;

/** @throws {NoStrategy} */
export function describeKind(exported: unknown): KindDescription {
  if (!isFields(exported)) throw new NoStrategy('It has no default export.');
  const { title, description, assetClasses, parameters = {}, create, history } = exported;
  if (typeof create !== 'function') throw new NoStrategy('It has no function create.');
  if (history !== undefined && typeof history !== 'function')
    throw new NoStrategy('Its history is no function.');
  if (!isText(title)) throw new NoStrategy('It has no title.');
  if (!isText(description)) throw new NoStrategy('It has no description.');
  const classes = Array.isArray(assetClasses) ? (assetClasses as unknown[]) : [];
  if (classes.length === 0 || !classes.every((each) => CLASSES.includes(each)))
    throw new NoStrategy('Its assetClasses are no list of OPTION, EQUITY and TOKEN.');
  if (!isFields(parameters)) throw new NoStrategy('Its parameters are no object.');
  const schemas: [string, ParameterSchema][] = Object.entries(parameters).map(([name, schema]) => [
    name,
    describedParameter(name, schema),
  ]);
  return {
    ...{ title, description, assetClasses: classes as AssetClass[] },
    parameters: Object.fromEntries(schemas),
    interval: intervalIn(exported),
  };
}

/** Checks a definition and returns it. @throws {NoStrategy} */
export function definitionIn(exported: unknown): StrategyDefinition {
  describeKind(exported);
  return exported as StrategyDefinition;
}

function intervalIn({ interval = USUAL_INTERVAL }: Fields): CandleInterval {
  if (typeof interval === 'string' && Object.hasOwn(CANDLE_MS, interval))
    return interval as CandleInterval;
  throw new NoStrategy(`Its interval is none of ${Object.keys(CANDLE_MS).join(', ')}.`);
}

function describedParameter(name: string, schema: unknown): ParameterSchema {
  const of = `Its parameter ${name}`;
  if (!NAME.test(name)) throw new NoStrategy(`${of} has no name of letters, digits and _.`);
  if (!isFields(schema) || !TYPES.includes(schema.type))
    throw new NoStrategy(`${of} has no type integer, number, string or boolean.`);
  if (!isText(schema.description)) throw new NoStrategy(`${of} has no description.`);
  const plain = JSON.parse(JSON.stringify(schema)) as ParameterSchema;
  if (plain.default === undefined) throw new NoStrategy(`${of} has no default.`);
  try {
    fillParameters({ [name]: plain }, { [name]: plain.default });
  } catch (error) {
    if (error instanceof Refusal)
      throw new NoStrategy(`${of} has a wrong default: ${error.message}`);
    throw error;
  }
  return plain;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
