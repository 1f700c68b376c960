const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** Date and HH:mm in New York, computed differently than in the desk, so that a mistake there shows. */
export function exchangeTime(instant: Date): { date: string; time: string; weekday: number } {
  const [date = '', time = ''] = parts.format(instant).split(', ');
  return { date, time, weekday: new Date(`${date}T12:00:00Z`).getUTCDay() };
}
