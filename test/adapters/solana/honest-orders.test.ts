import { describe, expect, it } from 'vitest';
import { INSPECTION_RULES } from '../../../server/domain/swap/inspection/check.ts';
import { TOKEN_2022 } from '../../../server/domain/swap/inspection/programs.ts';
import type { SwapTerms } from '../../../server/ports/swap-inspection.ts';
import { named, TOKEN_RENT } from '../../venues/solana/accounts.ts';
import { BONK, SOL, token, USDC } from '../../venues/tokens/emulated-token.ts';
import { solanaScene, termsOf, type SolanaScene } from './solana-scene.ts';

const NEW = named('a token of the newer program');
const FEE = 15_000n;
/** Rent of an account of the newer program: five more bytes say that its owner never changes. */
const NEWER_RENT = 2_074_080n;

interface Shape {
  readonly title: string;
  readonly terms?: Partial<SwapTerms>;
  readonly prepare?: (scene: SolanaScene) => void;
  /** Lamports in the account that the order opens and leaves open. */
  readonly rent: bigint;
}

const BUY_WITH_SOL = { inputMint: SOL, inAmount: 1_000_000_000n } as const;
const SELL = { inputMint: BONK, inAmount: 10_000_000_000n } as const;
const gives = (mint: string) => (scene: SolanaScene) =>
  void scene.chain.give({ mint, owner: scene.wallet.address, amount: 10n ** 12n });

const SHAPES: readonly Shape[] = [
  { title: 'a purchase that opens an account, by a lookup table', rent: TOKEN_RENT },
  {
    ...{ title: 'a purchase without a table', rent: TOKEN_RENT },
    prepare: ({ jupiter }) => void (jupiter.swaps.withTable = false),
  },
  {
    ...{ title: 'a purchase through Jupiter’s own accounts', rent: TOKEN_RENT },
    prepare: ({ jupiter }) => void (jupiter.swaps.form = 'shared_accounts_route_v2'),
  },
  {
    ...{ title: 'a purchase in a transaction of the old kind', rent: TOKEN_RENT },
    prepare: ({ jupiter }) =>
      void (jupiter.swaps.tamper = (order) => void (order.version = 'legacy')),
  },
  { title: 'a purchase of a token that is held', prepare: gives(BONK), rent: 0n },
  {
    title: 'a purchase with SOL, which is wrapped and unwrapped',
    terms: BUY_WITH_SOL,
    rent: TOKEN_RENT,
  },
  {
    ...{ title: 'a purchase with SOL beside wrapped SOL', terms: BUY_WITH_SOL, rent: TOKEN_RENT },
    prepare: gives(SOL),
  },
  {
    ...{
      title: 'a purchase of a token of the newer program',
      terms: { outputMint: NEW },
      rent: NEWER_RENT,
    },
    prepare: ({ chain, jupiter }) => {
      chain.mint(NEW, { decimals: 6 }, TOKEN_2022);
      jupiter.list(token(NEW, 'NEW', 'New', 6, 0.5, 1_000_000));
      jupiter.swaps.programs.set(NEW, TOKEN_2022);
    },
  },
  {
    title: 'a sale for USDC',
    terms: { ...SELL, outputMint: USDC },
    prepare: gives(BONK),
    rent: 0n,
  },
  { title: 'a sale for SOL', terms: { ...SELL, outputMint: SOL }, prepare: gives(BONK), rent: 0n },
  {
    title: 'an exit that leaves less SOL than an entry would',
    terms: { ...SELL, outputMint: USDC, purpose: 'EXIT' },
    prepare: (scene) => {
      gives(BONK)(scene);
      scene.chain.fund(scene.wallet.address, 1_000_000n);
    },
    rent: 0n,
  },
];

describe('an honest order passes every rule, is signed by the wallet alone, and does what was simulated', () => {
  it.for(SHAPES)('$title', async ({ terms, prepare, rent }, test) => {
    const scene = await solanaScene(test);
    const { chain, wallet, swaps, inspector, signer, solana, rpc } = scene;
    chain.give({ mint: USDC, owner: wallet.address, amount: 10n ** 12n });
    prepare?.(scene);
    const asked = termsOf(wallet.address, terms);
    const offer = await swaps.order({ ...asked, taker: wallet.address }, 'ENTRY');
    const agreed = { ...asked, floor: offer.leastOutAmount };
    const before = await solana.holdings(wallet.address);
    const { swap, checks } = await inspector.inspect(agreed, offer);
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(checks.map(({ rule }) => rule)).toEqual(INSPECTION_RULES);
    expect(swap).toMatchObject({ feeLamports: FEE, rentLamports: rent });
    expect(swap).toMatchObject({ leastOutAmount: offer.leastOutAmount });

    const signed = await signer.sign(swap!);
    expect(chain.landed.size).toBe(0);
    expect(await swaps.execute(signed)).toEqual({
      ...{ said: 'SAID_LANDED', signature: signed.signature },
    });
    const after = await solana.holdings(wallet.address);
    const costs = FEE + rent;
    expect(held(before, agreed.inputMint) - held(after, agreed.inputMint)).toBe(
      agreed.inAmount + (agreed.inputMint === SOL ? costs : 0n),
    );
    expect(held(after, agreed.outputMint) - held(before, agreed.outputMint)).toBe(
      swap!.simulatedOutAmount - (agreed.outputMint === SOL ? costs : 0n),
    );
    const landed = await solana.landed(signed.signature, 'confirmed');
    expect(landed).toMatchObject({ fee: FEE, feePayer: wallet.address, error: null });
    // Neither the signed bytes nor a key went to the RPC.
    expect(rpc.requests.filter(({ body }) => body.includes(signed.bytes.open()))).toEqual([]);
  });
});

/** The amount held of a mint; SOL includes wrapped SOL and the rent of its account. */
function held(
  holdings: Awaited<ReturnType<SolanaScene['solana']['holdings']>>,
  mint: string,
): bigint {
  const those = holdings.tokens.filter((each) => each.mint === mint);
  if (mint !== SOL) return those.reduce((sum, { amount }) => sum + amount, 0n);
  return those.reduce((sum, { lamports }) => sum + lamports, holdings.lamports);
}
