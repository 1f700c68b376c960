import type { SettingsPartsFragment } from '../gql/graphql.ts';

export type FieldKind = 'whole' | 'decimal' | 'fraction' | 'choice' | 'flag' | 'text' | 'secret';

export interface SettingField {
  /** Its path in the settings and in the input of `updateSettings`. */
  path: string;
  name: string;
  kind: FieldKind;
}

interface LimitField extends SettingField {
  unit: string;
  /** Shown while the field is empty. */
  note?: string;
}

export const LIMIT_FIELDS: readonly LimitField[] = [
  { path: 'limits.maxOpenTrades', name: 'Open trades', kind: 'whole', unit: '' },
  { path: 'limits.maxTradesPerDay', name: 'Trades a day', kind: 'whole', unit: '' },
  { path: 'limits.maxPerUnderlying', name: 'Trades per underlying', kind: 'whole', unit: '' },
  { path: 'limits.maxPositionCost', name: 'Position cost', kind: 'decimal', unit: '$' },
  { path: 'limits.maxOrderCost', name: 'Order cost', kind: 'decimal', unit: '$' },
  {
    path: 'limits.maxExposure',
    name: 'Exposure',
    kind: 'decimal',
    unit: '$',
    note: 'at work in one underlying or mint, over all its contracts',
  },
  { path: 'limits.maxDailyLoss', name: 'Daily loss', kind: 'decimal', unit: '$' },
  {
    path: 'limits.maxDrawdown',
    name: 'Drawdown',
    kind: 'decimal',
    unit: '$',
    note: 'below the highest net result of closed trades so far',
  },
  {
    path: 'limits.maxConsecutiveLosses',
    name: 'Losses in a row',
    kind: 'whole',
    unit: '',
    note: 'entries wait after this many losing trades',
  },
  {
    path: 'limits.lossCooldownMinutes',
    name: 'Wait after them',
    kind: 'whole',
    unit: 'min',
    note: 'after the last one closes; if empty, until the next exchange day',
  },
  {
    path: 'limits.maxSlippagePct',
    name: 'Slippage',
    kind: 'decimal',
    unit: '%',
    note: 'tokens: the most a swap may cost above its price; 1 % if empty',
  },
  {
    path: 'limits.maxPriceImpactPct',
    name: 'Price impact',
    kind: 'decimal',
    unit: '%',
    note: 'tokens: how far a purchase may move its own price',
  },
  {
    path: 'limits.minPriceConfidence',
    name: 'Price confidence',
    kind: 'fraction',
    unit: 'least',
    note: 'tokens: 0 to 1; nothing is bought below it',
  },
];

export const FIELDS: readonly SettingField[] = [
  { path: 'paperVenue', name: 'PAPER venue', kind: 'choice' },
  { path: 'fillModel', name: 'Fill model', kind: 'choice' },
  ...LIMIT_FIELDS,
  { path: 'defaults.stopLossPct', name: 'Default stop', kind: 'decimal' },
  { path: 'defaults.takeProfitPct', name: 'Default target', kind: 'decimal' },
  { path: 'defaults.quantity', name: 'Default quantity', kind: 'decimal' },
  { path: 'pollSeconds', name: 'Polling', kind: 'whole' },
  { path: 'timeZone', name: 'Time zone', kind: 'choice' },
  { path: 'notifications.browser', name: 'Browser notification', kind: 'flag' },
  { path: 'notifications.sound', name: 'Sound', kind: 'flag' },
  { path: 'notifications.minSeverity', name: 'From severity', kind: 'choice' },
  { path: 'tradierSandbox.accountId', name: 'Sandbox account', kind: 'text' },
  { path: 'tradierLive.accountId', name: 'Production account', kind: 'text' },
  { path: 'tradierSandbox.token', name: 'Sandbox token', kind: 'secret' },
  { path: 'tradierLive.token', name: 'Production token', kind: 'secret' },
  { path: 'oratsToken', name: 'ORATS token', kind: 'secret' },
  { path: 'jupiterApiKey', name: 'Jupiter key', kind: 'secret' },
  { path: 'wallet', name: 'Wallet', kind: 'text' },
];

export function fieldAt(path: string): SettingField {
  const field = FIELDS.find((known) => known.path === path);
  if (!field) throw new Error(`no setting at ${path}`);
  return field;
}

/** The stored value as text; empty for none, and for secrets, which the server never returns. */
export function storedText(settings: SettingsPartsFragment, field: SettingField): string {
  if (field.kind === 'secret') return '';
  let value: unknown = settings;
  for (const part of field.path.split('.')) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : null;
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** Why a text is invalid for a field; null when valid. Empty text clears, except the poll interval. */
export function fault(field: SettingField, text: string): string | null {
  const may = text.trim().replaceAll(',', '');
  if (may === '') return field.path === 'pollSeconds' ? 'A number of seconds.' : null;
  if (field.kind === 'whole') return /^\d+$/.test(may) ? null : 'A whole number, or empty.';
  if (field.kind === 'fraction')
    return /^(0?\.\d+|0|1(\.0*)?)$/.test(may) ? null : 'From 0 to 1, or empty.';
  const isNumber = field.kind === 'decimal';
  return !isNumber || /^(\d+\.?\d*|\.\d+)$/.test(may) ? null : 'A number, or empty.';
}

/** The value sent to the server; null clears. */
export function inputValue(field: SettingField, text: string): string | number | boolean | null {
  const plain = text.trim();
  if (field.kind === 'flag') return plain === 'true';
  if (plain === '') return null;
  if (field.kind === 'whole' || field.kind === 'fraction') return Number(plain.replaceAll(',', ''));
  return field.kind === 'decimal' ? plain.replaceAll(',', '') : plain;
}
