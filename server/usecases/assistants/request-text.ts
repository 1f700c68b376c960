/** Deeper than anything that the API takes. */
const DEEPEST = 60;

/**
 * A request as JSON with its keys sorted and its values as sent: `"1"` is not `"1.0"`, and null is not what is left
 * out. Two requests are the same when these texts are equal. Null for a request too deep to be valid.
 */
export function requestText(request: unknown): string | null {
  return textOf(request, 1);
}

function textOf(value: unknown, depth: number): string | null {
  if (depth > DEEPEST) return null;
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return joined(
      '[',
      ']',
      value.map((each) => textOf(each, depth + 1)),
    );
  const parts = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => {
      const text = textOf(each, depth + 1);
      return text === null ? null : `${JSON.stringify(key)}:${text}`;
    });
  return joined('{', '}', parts);
}

/** JSON's own texts of 1e999 and of -0 are null and 0, which are other values. */
function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function joined(open: string, close: string, parts: readonly (string | null)[]): string | null {
  return parts.includes(null) ? null : `${open}${parts.join(',')}${close}`;
}
