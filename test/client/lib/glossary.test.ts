import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { Glossary, type Term } from '../../../client/lib/glossary.svelte.ts';
import Explained from '../../../client/ui/Explained.svelte';
import TermCard from '../../../client/ui/TermCard.svelte';

const term = (name: string, parts: Partial<Term> = {}): Term => ({
  ...{ name, title: `The ${name}`, group: 'STATISTICS', meaning: `What ${name} means.` },
  ...{ unit: 'dollars', formula: null, saysNot: null, related: [] },
  ...parts,
});
const TERMS = [
  term('expectancy', { formula: 'Σ ÷ n', saysNot: 'The next trade.', related: ['winRate'] }),
  term('winRate', { unit: null }),
];

/** A glossary whose server gives these answers in order. */
function served(...answers: object[]) {
  const query = vi.fn(() => ({ toPromise: async () => answers.shift() ?? answers[0] }));
  return { query, glossary: new Glossary({ query } as never) };
}

describe('the card of a term', () => {
  it('has the server’s words, its unit, how it is reckoned, and what it does not say', async () => {
    const { glossary } = served({ data: { glossary: TERMS } });
    const { container } = render(TermCard, { glossary, term: 'expectancy' });
    await screen.findByText('What expectancy means.');
    expect(container.textContent.replace(/\s+/g, ' ')).toContain(
      'The expectancy What expectancy means. Unit dollars Calculated as Σ ÷ n Does not say The next trade.',
    );
  });

  it('leads to related terms and back', async () => {
    const { glossary } = served({ data: { glossary: TERMS } });
    render(TermCard, { glossary, term: 'expectancy' });
    await fireEvent.click(await screen.findByRole('button', { name: 'The winRate' }));
    expect(screen.getByText('What winRate means.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByText('What expectancy means.')).toBeTruthy();
  });

  it('says why there is no text, and asks again', async () => {
    const graphQLErrors = [{ message: 'Too many requests', extensions: { code: 'RATE_LIMITED' } }];
    const { glossary } = served({ error: { graphQLErrors } }, { data: { glossary: TERMS } });
    render(TermCard, { glossary, term: 'winRate' });
    await screen.findByText('Too many requests');
    await fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    await screen.findByText('What winRate means.');
  });
});

describe('the glossary of a page', () => {
  it('is asked for once, however many cards are opened', async () => {
    const { glossary, query } = served({ data: { glossary: TERMS } });
    await Promise.all([glossary.load(), glossary.load()]);
    await glossary.load();
    expect(query).toHaveBeenCalledTimes(1);
    expect([...(glossary.terms?.keys() ?? [])]).toEqual(['expectancy', 'winRate']);
  });

  it('leaves a label as it is where nobody is signed in', () => {
    const children = createRawSnippet(() => ({ render: () => '<b>Expectancy</b>' }));
    const { container } = render(Explained, { term: 'expectancy', children });
    expect(container.textContent.trim()).toBe('Expectancy');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
