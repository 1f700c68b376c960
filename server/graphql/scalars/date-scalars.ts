import { GraphQLScalarType, Kind, type ASTNode } from 'graphql';
import { isCalendarDate } from '../../domain/calendar/calendar-date.ts';
import { coercionError, quoted } from './coercion-error.ts';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'An instant, ISO 8601 in UTC with milliseconds, e.g. "2026-03-27T14:30:00.000Z". An input may carry another offset.',
  serialize: (value) => {
    if (!(value instanceof Date)) throw new TypeError('Only a Date is served as DateTime');
    return value.toISOString();
  },
  parseValue: (value) => instant(value),
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return instant(node.value, node);
    throw coercionError('A DateTime is written as a string', node);
  },
});

export const CalendarDateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'An exchange date (New York), YYYY-MM-DD.',
  serialize: (value) => {
    if (typeof value !== 'string') throw new TypeError('Only text is served as Date');
    return value;
  },
  parseValue: (value) => calendarDate(value),
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return calendarDate(node.value, node);
    throw coercionError('A Date is written as a string', node);
  },
});

function instant(value: unknown, node?: ASTNode): Date {
  const form = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (!form || !isCalendarDate(form[1] ?? '')) {
    throw coercionError(`Not an ISO 8601 instant with a zone: ${quoted(value)}`, node);
  }
  return new Date(form[0]);
}

function calendarDate(value: unknown, node?: ASTNode): string {
  if (typeof value === 'string' && isCalendarDate(value)) return value;
  throw coercionError(`Not a date YYYY-MM-DD: ${quoted(value)}`, node);
}
