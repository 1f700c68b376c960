const FORM =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Tests need no earlier or later market, and days between bars are counted one by one. */
const YEARS = { first: 1900, last: 2199 } as const;

/** Reads ISO 8601 with a zone as milliseconds since 1970 UTC; null for other texts and other `YEARS`. */
export function instantOf(text: string): number | null {
  return plainInstant(text) ?? anyInstant(text);
}

/** Reads the most common form, `2024-01-02T14:30:00Z`. Most rows are of the same day as the row before. */
function plainInstant(text: string): number | null {
  if (text.length !== 20 || text.charCodeAt(10) !== 84 || text.charCodeAt(19) !== 90) return null;
  const [hour, minute, second] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  const colons = text.charCodeAt(13) === 58 && text.charCodeAt(16) === 58;
  // NaN fails each of these comparisons.
  if (!colons || !(hour < 24 && minute < 60 && second < 60)) return null;
  if (!text.startsWith(day.text)) {
    const date = text.slice(0, 10);
    const at = anyInstant(`${date}T00:00:00Z`);
    if (at === null) return null;
    day = { text: date, at };
  }
  return day.at + hour * HOUR_MS + minute * MINUTE_MS + second * 1_000;
}

let day = { text: '1970-01-01', at: 0 };

function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function anyInstant(text: string): number | null {
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
