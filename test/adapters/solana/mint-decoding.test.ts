import {
  address,
  AccountRole,
  appendTransactionMessageInstructions,
  compileTransaction,
  createTransactionMessage,
  getAddressEncoder,
  pipe,
  setTransactionMessageFeePayer,
} from '@solana/kit';
import { FailedTransactionMetadata } from 'litesvm';
import { describe, expect, it } from 'vitest';
import { readMint } from '../../../server/adapters/solana/mint-decoding.ts';
import { SPL_TOKEN, TOKEN_2022 } from '../../../server/domain/swap/inspection/programs.ts';
import type { MintExtensions } from '../../../server/domain/token/mint-account.ts';
import { mintBytes, named } from '../../venues/solana/accounts.ts';
import { bytes } from '../../venues/solana/order-transaction.ts';
import { EmulatedChain } from '../../venues/solana/emulated-chain.ts';
import { solanaScene } from './solana-scene.ts';

const MINT = named('mint');
const [HE, SHE, HOOK] = [named('he'), named('she'), named('hook')];
const at = (of: string) => Uint8Array.from(getAddressEncoder().encode(address(of)));

/** An instruction of the newer token program that sets one extension of a mint, and the extension's length. */
interface Made {
  readonly title: string;
  readonly data: Uint8Array;
  readonly bytes: number;
  readonly read: Partial<MintExtensions>;
}

const NONE: MintExtensions = {
  ...{ transferFee: null, permanentDelegate: null, startsFrozen: false, nonTransferable: false },
  ...{ transferHook: null, pausable: null, closeAuthority: null, confidentialTransfer: false },
  ...{ scaled: false, unknown: [] },
};

const some = (of: string) => Buffer.concat([bytes([8, 1]), at(of)]);
const MADE: readonly Made[] = [
  {
    ...{ title: 'a transfer fee', bytes: 108 },
    data: Buffer.concat([
      bytes([8, 26], [8, 0]),
      some(HE),
      some(SHE),
      bytes([16, 500], [64, 9_000]),
    ]),
    read: { transferFee: { bps: 500, most: 9_000n, authority: HE } },
  },
  {
    ...{ title: 'a delegate of everybody’s tokens', bytes: 32 },
    ...{ data: Buffer.concat([bytes([8, 35]), at(SHE)]), read: { permanentDelegate: SHE } },
  },
  {
    ...{ title: 'accounts that start frozen', bytes: 1 },
    ...{ data: bytes([8, 28], [8, 0], [8, 2]), read: { startsFrozen: true } },
  },
  {
    ...{ title: 'accounts that start as usual', bytes: 1 },
    ...{ data: bytes([8, 28], [8, 0], [8, 1]), read: {} },
  },
  {
    ...{ title: 'tokens that cannot be transferred', bytes: 0 },
    ...{ data: bytes([8, 32]), read: { nonTransferable: true } },
  },
  {
    ...{ title: 'a hook that may refuse each transfer', bytes: 64 },
    data: Buffer.concat([bytes([8, 36], [8, 0]), at(HE), at(HOOK)]),
    read: { transferHook: HOOK },
  },
  {
    ...{ title: 'a switch that stops all transfers', bytes: 33 },
    data: Buffer.concat([bytes([8, 44], [8, 0]), at(HE)]),
    read: { pausable: { authority: HE, paused: false } },
  },
  {
    ...{ title: 'somebody who may close the mint', bytes: 32 },
    ...{ data: Buffer.concat([bytes([8, 25]), some(SHE)]), read: { closeAuthority: SHE } },
  },
  {
    ...{ title: 'interest', bytes: 52 },
    ...{
      data: Buffer.concat([bytes([8, 33], [8, 0]), at(HE), bytes([16, 250])]),
      read: { scaled: true },
    },
  },
];

/** The mint's bytes that the real program writes for a mint with one extension. */
function writtenBy({ data, bytes: length }: Made): Uint8Array {
  const chain = new EmulatedChain();
  chain.fund(HE, 1_000_000_000n);
  chain.put(MINT, TOKEN_2022, 10_000_000n, new Uint8Array(166 + 4 + length));
  const begin = Buffer.concat([bytes([8, 20], [8, 6]), at(HE), some(SHE)]);
  const instructions = [data, begin].map((each) => ({
    ...{ programAddress: address(TOKEN_2022), data: each },
    accounts: [{ address: address(MINT), role: AccountRole.WRITABLE }],
  }));
  const message = pipe(
    createTransactionMessage({ version: 0 }),
    (made) => setTransactionMessageFeePayer(address(HE), made),
    (made) => chain.svm.setTransactionMessageLifetimeUsingLatestBlockhash(made),
    (made) => appendTransactionMessageInstructions(instructions, made),
  );
  const { messageBytes } = compileTransaction(message);
  const signatures = { [HE]: new Uint8Array(64).fill(1) };
  const result = chain.svm.sendTransaction({ messageBytes, signatures } as never);
  if (result instanceof FailedTransactionMetadata) throw new Error(result.toString());
  return Uint8Array.from(chain.account(MINT)!.data);
}

const wire = (data: Uint8Array, owner = TOKEN_2022) => ({
  ...{ owner, data: Buffer.from(data).toString('base64') },
});

describe('a mint of the newer token program, as that program writes it', () => {
  it.for(MADE)('has $title', (made) => {
    const mint = readMint(MINT, wire(writtenBy(made)), 5n);
    expect(mint).toMatchObject({
      tokenProgram: TOKEN_2022,
      decimals: 6,
      mintAuthority: HE,
      slot: 5n,
    });
    expect(mint?.extensions).toEqual({ ...NONE, ...made.read });
  });

  it('has the higher of its two fees: the one now and the one announced', () => {
    const data = Buffer.from(writtenBy(MADE[0]!));
    const older = 166 + 4 + 72;
    data.writeUInt16LE(900, older + 16);
    expect(readMint(MINT, wire(data), 1n)?.extensions?.transferFee?.bps).toBe(900);
  });

  it('that is paused says so', () => {
    const data = Buffer.from(writtenBy(MADE[6]!));
    data[166 + 4 + 32] = 1;
    expect(readMint(MINT, wire(data), 1n)?.extensions?.pausable?.paused).toBe(true);
  });

  it('with an extension that nobody knows names its number', () => {
    const data = Buffer.from(writtenBy(MADE[1]!));
    data.writeUInt16LE(999, 166);
    expect(readMint(MINT, wire(data), 1n)?.extensions).toEqual({ ...NONE, unknown: [999] });
  });

  it.for([
    ['does not end', 168, 60_000],
    ['is too short for its kind', 168, 20],
  ] as const)('whose extension %s cannot be read', ([, position, length]) => {
    const data = Buffer.from(writtenBy(MADE[1]!));
    data.writeUInt16LE(length, position);
    expect(() => readMint(MINT, wire(data), 1n)).toThrow(/do not end|is cut/);
  });

  it('without any has none', () => {
    const plain = mintBytes({ decimals: 3, freezeAuthority: SHE });
    expect(readMint(MINT, wire(Uint8Array.from(plain)), 1n)).toMatchObject({
      ...{ decimals: 3, mintAuthority: null, freezeAuthority: SHE, extensions: NONE },
    });
  });
});

describe('a mint of our RPC', () => {
  it('has its decimals, supply and authorities', async (test) => {
    const { solana, chain } = await solanaScene(test);
    chain.mint(MINT, { decimals: 9, supply: 77n, mintAuthority: HE, freezeAuthority: SHE });
    expect(await solana.mint(MINT)).toEqual({
      ...{ mint: MINT, tokenProgram: SPL_TOKEN, decimals: 9, supply: 77n, mintAuthority: HE },
      ...{ freezeAuthority: SHE, extensions: null, slot: 11_000n },
    });
  });

  it.for<[string, (chain: EmulatedChain) => void]>([
    ['nothing', () => undefined],
    ['a wallet', (chain) => chain.fund(MINT, 5n)],
    ['a token account', (chain) => chain.put(MINT, TOKEN_2022, 5n, new Uint8Array(165))],
    ['of another program', (chain) => chain.mint(MINT, { decimals: 6 }, HOOK)],
    ['not initialized', (chain) => chain.put(MINT, SPL_TOKEN, 5n, new Uint8Array(82))],
  ])('that is %s is none', async ([, prepare], test) => {
    const { solana, chain } = await solanaScene(test);
    prepare(chain);
    expect(await solana.mint(MINT)).toBeNull();
  });
});
