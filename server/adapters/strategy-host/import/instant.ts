const FORM =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/;
const MINUTE_MS = 60_000;

/** No market of before or after is tested; days between bars are counted one by one. */
const YEARS = { first: 1900, last: 2199 } as const;

/** Milliseconds since 1970 UTC of ISO 8601 with a zone; null for anything else, and for years beyond 1900 to 2199. */
export function instantOf(text: string): number | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const time = Date.UTC(year!, month! - 1, day, hour, minute, second);
  const there = new Date(time);
  const real =
    year! >= YEARS.first &&
    year! <= YEARS.last &&
    there.getUTCMonth() === month! - 1 &&
    there.getUTCDate() === day &&
    hour! < 24 &&
    minute! < 60 &&
    second! < 60;
  const offset = offsetMs(found[8]!);
  if (!real || offset === null) return null;
  return time - offset + Number(`${found[7] ?? ''}000`.slice(0, 3));
}

function offsetMs(zone: string): number | null {
  if (zone === 'Z') return 0;
  const digits = zone.replace(':', '');
  const [hours, minutes] = [Number(digits.slice(1, 3)), Number(digits.slice(3))];
  if (hours > 23 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}
