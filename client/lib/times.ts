/** The exchange's zone. Sessions, days and expiries use it, whatever zone the user has chosen. */
export const EXCHANGE_ZONE = 'America/New_York';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const formats = new Map<string, Intl.DateTimeFormat>();

function parts(at: string | number, zone: string): Record<string, string> {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(at)).map((p) => [p.type, p.value]));
}

/** 14:42:07 */
export function timeOfDay(at: string | number, zone: string): string {
  const p = parts(at, zone);
  return `${p['hour']}:${p['minute']}:${p['second']}`;
}

/** 14:42 */
export function shortTime(at: string | number, zone: string): string {
  return timeOfDay(at, zone).slice(0, 5);
}

/** 14:42:07.214, for time lines, where the order within a second matters. */
export function exactTime(at: string | number, zone: string): string {
  return `${timeOfDay(at, zone)}.${parts(at, zone)['fractionalSecond']}`;
}

/** The calendar day of an instant in a zone, as YYYY-MM-DD. */
export function dayOf(at: string | number, zone: string): string {
  const p = parts(at, zone);
  return `${p['year']}-${p['month']}-${p['day']}`;
}

/** 18 Nov 2026, or 18 Nov without its year. */
export function dayName(date: string, withYear = true): string {
  const [year, month, day] = date.split('-').map(Number);
  const name = `${day} ${MONTHS[(month ?? 1) - 1]}`;
  return withYear ? `${name} ${year}` : name;
}

/** 18 Dec 26, the expiry next to a contract. */
export function expiryName(date: string): string {
  return `${dayName(date, false)} ${date.slice(2, 4)}`;
}

/** Wed 18 Nov 2026 */
export function weekdayName(date: string): string {
  return `${WEEKDAYS[new Date(`${date}T12:00:00Z`).getUTCDay()]} ${dayName(date)}`;
}

/** 17 Nov 09:41 */
export function dayAndTime(at: string | number, zone: string): string {
  return `${dayName(dayOf(at, zone), false)} ${shortTime(at, zone)}`;
}

/** Whole days from today, by the exchange, to a date; negative for a past date. */
export function daysUntil(date: string, now: number): number {
  const today = Date.parse(`${dayOf(now, EXCHANGE_ZONE)}T00:00:00Z`);
  return Math.round((Date.parse(`${date}T00:00:00Z`) - today) / 86_400_000);
}

/** ET for the exchange, else the zone's own short name. */
export function zoneLabel(zone: string, at: number): string {
  if (zone === EXCHANGE_ZONE) return 'ET';
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
  return format.formatToParts(at).find((p) => p.type === 'timeZoneName')?.value ?? zone;
}
