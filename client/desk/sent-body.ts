/** One field of what would be sent, as it would be sent. */
export interface SentField {
  /** Its path in plain words: `Bracket, stop loss`. */
  readonly name: string;
  readonly value: string;
}

/** Every field of an input with its value, in the order in which they are written. Fields that are left out are not sent. */
export function sentBody(input: object): readonly SentField[] {
  return fieldsOf(input, []);
}

function fieldsOf(value: unknown, path: readonly string[]): readonly SentField[] {
  if (value === undefined) return [];
  if (value === null) return [{ name: named(path), value: 'none' }];
  if (Array.isArray(value)) return [{ name: named(path), value: value.join(', ') }];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) => fieldsOf(each, [...path, key]));
  return [{ name: named(path), value: typeof value === 'string' ? value : JSON.stringify(value) }];
}

function named(path: readonly string[]): string {
  const words = path.map((key) => key.replace(/([A-Z])/g, ' $1').toLowerCase());
  const [first = '', ...rest] = words;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ');
}
