import { dec, type Decimal } from '../../../server/domain/decimal.ts';
import type { Answer, Arrived } from '../wire-server.ts';

/** One leg of a form, or the whole of a single order. */
export interface LegForm {
  readonly symbol: string | null;
  readonly optionSymbol: string | null;
  readonly side: string;
  readonly type: string;
  readonly quantity: Decimal;
  readonly duration: string;
  readonly price: Decimal | null;
  readonly stop: Decimal | null;
}

export interface OrderForm {
  readonly class: string;
  readonly tag: string | null;
  readonly preview: boolean;
  readonly legs: readonly LegForm[];
}

const LEGS: Record<string, number> = { equity: 1, option: 1, oto: 2, oco: 2, otoco: 3 };
const SIDES = {
  equity: ['buy', 'sell', 'sell_short', 'buy_to_cover'],
  option: ['buy_to_open', 'buy_to_close', 'sell_to_open', 'sell_to_close'],
};
const TYPES = ['market', 'limit', 'stop', 'stop_limit'];
const DURATIONS = ['day', 'gtc', 'pre', 'post'];

/** The validator's answer: plain text with status 400, by parameter. */
export class InvalidParameter extends Error {
  get answer(): Answer {
    return { status: 400, text: this.message };
  }
}

/** Reads a form as strictly as the venue; a leg's index is at the end of the name. */
export function readOrderForm({ form }: Arrived): OrderForm {
  const count = LEGS[form.class ?? ''];
  if (!count) throw invalid('class');
  readTag(form.tag);
  const single = count === 1;
  const common = DURATIONS.includes(form.duration ?? '') ? form.duration : undefined;
  const perLeg = Array.from({ length: count }, (_, i) => form[`duration[${i}]`]);
  const given = perLeg.filter(Boolean).length;
  if (form.duration ? given > 0 || !common : given !== count) throw invalid('duration');

  const legs = Array.from({ length: count }, (_, index) => {
    const field = (name: string) => form[single ? name : `${name}[${index}]`] ?? null;
    return readLeg(field, common ?? perLeg[index] ?? '');
  });
  return { class: form.class ?? '', tag: form.tag ?? null, preview: form.preview === 'true', legs };
}

function readTag(tag: string | undefined): void {
  if (tag === undefined) return;
  if (tag.length > 255) throw invalid('tag', 'contains more than 255 characters.');
  if (!/^[A-Za-z0-9-]+$/.test(tag)) throw invalid('tag', 'contains invalid characters.');
}

function readLeg(field: (name: string) => string | null, duration: string): LegForm {
  const optionSymbol = field('option_symbol');
  const sides = SIDES[optionSymbol ? 'option' : 'equity'];
  const [type, side, quantity] = [
    field('type') ?? '',
    field('side') ?? '',
    field('quantity') ?? '',
  ];
  must('type', TYPES.includes(type));
  must('option_symbol', !optionSymbol || /^[A-Z]+\d?\d{6}[CP]\d{8}$/.test(optionSymbol));
  must('symbol', Boolean(optionSymbol ?? field('symbol')));
  must('side', sides.includes(side));
  must('quantity', /^[1-9]\d{0,6}$/.test(quantity));
  must('duration', DURATIONS.includes(duration));
  return {
    symbol: field('symbol'),
    optionSymbol,
    side,
    type,
    quantity: dec(quantity),
    duration,
    price: type.endsWith('limit') ? priceIn(field('price'), 'price') : null,
    stop: type.startsWith('stop') ? priceIn(field('stop'), 'stop') : null,
  };
}

function must(parameter: string, good: boolean): void {
  if (!good) throw invalid(parameter);
}

function priceIn(text: string | null, name: string): Decimal {
  must(name, /^\d+(\.\d+)?$/.test(text ?? ''));
  return dec(text ?? '');
}

function invalid(parameter: string, words = 'is not valid.'): InvalidParameter {
  return new InvalidParameter(`Invalid parameter, ${parameter}: ${words}`);
}
