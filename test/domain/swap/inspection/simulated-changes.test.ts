import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AccountState,
  TokenState,
} from '../../../../server/domain/swap/inspection/evidence.ts';
import { SPL_TOKEN, SYSTEM_PROGRAM } from '../../../../server/domain/swap/inspection/programs.ts';
import { walletChanges } from '../../../../server/domain/swap/inspection/simulated-changes.ts';
import { SOL_MINT } from '../../../../server/domain/token/mint.ts';

const WALLET = 'wallet';
const RENT = 2_039_280n;

const wallet = (lamports: bigint, program = SYSTEM_PROGRAM): AccountState => ({
  ...{ lamports, program, token: null },
});
function holding(amount: bigint, changed: Partial<TokenState> = {}, lamports = RENT): AccountState {
  const powers = { delegate: null, closeAuthority: null, frozen: false };
  const token = { mint: 'mint', owner: WALLET, amount, ...powers, ...changed };
  return { lamports, program: SPL_TOKEN, token };
}

type Before = AccountState | null;
const changesOf = (...looks: readonly (readonly [string, Before, Before])[]) =>
  walletChanges(
    {
      error: null,
      accounts: looks.map(([address, before, after]) => ({ address, before, after })),
    },
    { wallet: WALLET },
  );

describe('what a simulation does to a wallet', () => {
  it('counts lamports wherever they are: rent of a new account is not lost', () => {
    const opened = changesOf(
      [WALLET, wallet(10_000_000n), wallet(10_000_000n - RENT - 5n)],
      ['new', null, holding(7n)],
    );
    expect(opened).toMatchObject({ solLost: 5n, rent: RENT, opened: 1, spoiled: [] });
    expect(opened.tokensLost.get('mint')).toBe(-7n);
  });

  it('counts what is drained from a token account’s rent', () => {
    const drained = ['old', holding(7n), holding(7n, {}, RENT - 100n)] as const;
    expect(changesOf([WALLET, wallet(5n), wallet(5n)], drained).solLost).toBe(100n);
  });

  it('counts wrapped SOL as SOL, and says what is left wrapped', () => {
    const wrapped = holding(50n, { mint: SOL_MINT }, RENT + 50n);
    const unwrapped = changesOf([WALLET, wallet(0n), wallet(RENT + 50n)], ['w', wrapped, null]);
    expect(unwrapped).toMatchObject({ solLost: 0n, wrappedLeft: false, spoiled: [] });
    const left = changesOf([WALLET, wallet(RENT + 50n), wallet(0n)], ['w', null, wrapped]);
    expect(left).toMatchObject({ solLost: 0n, wrappedLeft: true, rent: 0n });
  });

  it.for<[string, Before, Before]>([
    ['a new owner', holding(1n), holding(1n, { owner: 'stranger' })],
    ['a delegate', holding(1n), holding(1n, { delegate: 'stranger' })],
    ['somebody who may close it', holding(1n), holding(1n, { closeAuthority: 'stranger' })],
    ['been frozen', holding(1n), holding(1n, { frozen: true })],
    ['gone', holding(0n), null],
    ['another program', holding(1n), { ...holding(1n), program: 'stranger' }],
    ['turned into something else', holding(1n), wallet(RENT)],
    ['a delegate from its opening', null, holding(1n, { delegate: 'stranger' })],
  ])('names an account that has %s', ([, before, after]) => {
    expect(changesOf(['account', before, after]).spoiled).toEqual(['account']);
  });

  it('names the wallet itself when a program has it', () => {
    expect(changesOf([WALLET, wallet(5n), wallet(5n, 'stranger')]).spoiled).toEqual([WALLET]);
  });

  it('takes no notice of what is not ours', () => {
    const theirs = { owner: 'stranger' };
    const changes = changesOf([
      'pool',
      holding(9n, theirs),
      holding(1n, { ...theirs, frozen: true }),
    ]);
    expect(changes).toMatchObject({ solLost: 0n, opened: 0, spoiled: [], lamportsLeft: null });
  });

  it('loses in all exactly what its accounts lose, however it is spread', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const spread = fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(spread, fc.tuple(amount, amount), (accounts, [was, is]) => {
        const changes = changesOf(
          [WALLET, wallet(was), wallet(is)],
          ...accounts.map(
            ([before, after], at) => [`account ${at}`, holding(before), holding(after)] as const,
          ),
        );
        const lost = accounts.reduce((sum, [before, after]) => sum + before - after, 0n);
        expect(changes.tokensLost.get('mint')).toBe(lost);
        expect(changes.solLost).toBe(was - is);
        expect(changes.spoiled).toEqual([]);
      }),
    );
  });
});
