const SECRET_NAME =
  /token|authorization|password|passphrase|cookie|secret|credential|api[-_]?key|keypair/i;
const SECRET_TEXT: readonly [RegExp, string][] = [
  [/\b((?:access_|api_)?(?:token|key|secret|password))=[^&\s"'#]+/gi, '$1=[redacted]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [redacted]'],
  [/(:\/\/[^\s/:@]*):[^\s/@]+@/g, '$1:[redacted]@'],
];
const MAX_DEPTH = 12;

/** A copy fit for the log, without anything whose name or text marks it as a secret, at any depth. */
export function redact(value: unknown, depth = 0, seen: readonly unknown[] = []): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH || seen.includes(value)) return '[…]';
  const above = [...seen, value];
  if (Array.isArray(value)) return value.map((part) => redact(part, depth + 1, above));
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function')
    return redact((value as { toJSON(): unknown }).toJSON(), depth + 1, above);
  const parts = value instanceof Error ? errorParts(value) : Object.entries(value);
  return Object.fromEntries(
    parts.map(([name, part]) => [
      name,
      isSecret(name, part) ? '[redacted]' : redact(part, depth + 1, above),
    ]),
  );
}

export function redactText(text: string): string {
  return SECRET_TEXT.reduce((clean, [pattern, by]) => clean.replace(pattern, by), text);
}

/** Numbers and booleans under such names, like `tokenPriceSeconds`, are no secrets. */
function isSecret(name: string, part: unknown): boolean {
  return (
    SECRET_NAME.test(name) &&
    (typeof part === 'string' || typeof part === 'object') &&
    part !== null
  );
}

function errorParts(error: Error): [string, unknown][] {
  const { name, message, stack, cause } = error;
  const own: [string, unknown][] = [...Object.entries(error)];
  if (cause !== undefined) own.push(['cause', cause]);
  return [['name', name], ['message', message], ['stack', stack], ...own];
}
