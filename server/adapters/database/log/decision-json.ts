import { Decimal } from '../../../domain/decimal.ts';

/** A value that JSON lacks is written as an object with one of these keys alone. */
const DECIMAL = '$decimal';
const INSTANT = '$instant';
const MAP = '$map';
const SET = '$set';
/** Marks an ordinary object whose own keys could be taken for one of these. */
const OBJECT = '$object';

/** Writes the input of a decision as text that restores it: decimals, instants, maps and sets included. */
export function toDecisionJson(input: unknown): string {
  return JSON.stringify(written(input));
}

export function fromDecisionJson(text: string): unknown {
  return read(JSON.parse(text));
}

function written(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Decimal.isDecimal(value)) return { [DECIMAL]: value.toFixed() };
  if (value instanceof Date) return { [INSTANT]: value.toISOString() };
  if (value instanceof Map) return { [MAP]: [...value].map(written) };
  if (value instanceof Set) return { [SET]: [...value].map(written) };
  if (Array.isArray(value)) return value.map(written);
  const entries = Object.entries(value).map(([key, part]) => [key, written(part)] as const);
  const isMarked = entries.some(([key]) => key.startsWith('$'));
  return isMarked ? { [OBJECT]: entries } : Object.fromEntries(entries);
}

function read(json: unknown): unknown {
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(read);
  const entries = Object.entries(json);
  const [first] = entries;
  if (entries.length === 1 && first?.[0].startsWith('$')) return marked(first[0], first[1]);
  return Object.fromEntries(entries.map(([key, part]) => [key, read(part)]));
}

function marked(mark: string, value: unknown): unknown {
  switch (mark) {
    case DECIMAL:
      return new Decimal(value as string);
    case INSTANT:
      return new Date(value as string);
    case MAP:
      return new Map(read(value) as [unknown, unknown][]);
    case SET:
      return new Set(read(value) as unknown[]);
    case OBJECT:
      return Object.fromEntries(
        (value as [string, unknown][]).map(([key, part]) => [key, read(part)]),
      );
    default:
      throw new Error(`An input of the journal has the mark ${mark}, which a newer program wrote.`);
  }
}
