import { badInput } from '../refusal.ts';
import type { ForecastInput } from './forecast-input.ts';
import type { Judgement } from './forecast.ts';

const LONGEST_NAME = 64;
const LONGEST_TEXT = 10_000;

/** @throws {Refusal} BAD_USER_INPUT with the path of the wrong field. */
export function readJudgement(input: ForecastInput): Judgement {
  const { probability, verdict } = input;
  // Binary fractions: 0.057 × 1000 is not 57.
  const permille = Math.round(probability * 1000);
  if (!(probability >= 0 && probability <= 1))
    throw badInput('input.probability', 'A probability is 0 to 1.');
  if (Math.abs(probability * 1000 - permille) > 1e-9)
    throw badInput('input.probability', 'A probability has at most three decimals.');
  return {
    ...{ permille, verdict },
    model: textOf('input.model', input.model, LONGEST_NAME) ?? missing('input.model'),
    promptVersion: textOf('input.promptVersion', input.promptVersion, LONGEST_NAME),
    rationale: textOf('input.rationale', input.rationale, LONGEST_TEXT),
  };
}

function textOf(field: string, typed: string | null | undefined, longest: number): string | null {
  const text = typed?.trim() ?? '';
  if ([...text].length > longest) throw badInput(field, `It has at most ${longest} characters.`);
  return text === '' ? null : text;
}

function missing(field: string): never {
  throw badInput(field, 'A forecast says who judged.');
}
