import { z } from 'zod';

/** Slots, heights and lamports that fit into a JSON number without loss. */
const whole = z
  .number()
  .int()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .transform((value) => BigInt(value));
const text = z.string().max(200);
const base64 = z.tuple([z.string(), z.literal('base64')]).transform(([bytes]) => bytes);

export const rpcReply = z.object({
  id: z.number().nullish(),
  result: z.unknown().optional(),
  error: z.object({ code: z.number().int() }).nullish(),
});

const context = z.object({ slot: whole });
function inContext<Shape extends z.ZodType>(value: Shape) {
  return z.object({ context, value });
}

export const genesisReply = text;
export const heightReply = whole;
export const tipReply = z.object({ absoluteSlot: whole, blockHeight: whole });
export const balanceReply = inContext(whole);
export const validityReply = inContext(z.boolean());
export const blockhashReply = inContext(z.object({ blockhash: text, lastValidBlockHeight: whole }));

const account = z.object({ lamports: whole, owner: text, data: base64 });
export type WireAccount = z.output<typeof account>;
export const accountsReply = inContext(z.array(account.nullable()));
/** Rows are read one by one: strangers may have sent thousands of tokens. */
export const tokenAccountsReply = inContext(z.array(z.unknown()));
export const tokenAccountRow = z.object({ pubkey: text, account });

const commitment = z.enum(['processed', 'confirmed', 'finalized']);
export const statusesReply = inContext(
  z.array(z.object({ slot: whole, err: z.unknown(), confirmationStatus: commitment }).nullable()),
);

export const simulationReply = inContext(
  z.object({ err: z.unknown(), accounts: z.array(account.nullable()).nullish() }),
);

const tokenBalance = z.object({
  accountIndex: z.number().int().min(0).max(255),
  mint: text,
  owner: text,
  uiTokenAmount: z.object({
    amount: z
      .string()
      .regex(/^\d{1,20}$/)
      .transform(BigInt),
  }),
});

export const transactionReply = z
  .object({
    slot: whole,
    blockTime: z.number().int().nullish(),
    transaction: z.object({
      signatures: z.array(text).min(1),
      message: z.object({ accountKeys: z.array(text).min(1) }),
    }),
    meta: z.object({
      err: z.unknown(),
      fee: whole,
      preBalances: z.array(whole),
      postBalances: z.array(whole),
      preTokenBalances: z.array(tokenBalance).nullish(),
      postTokenBalances: z.array(tokenBalance).nullish(),
      loadedAddresses: z.object({ writable: z.array(text), readonly: z.array(text) }).nullish(),
    }),
  })
  .nullable();
export type WireTransaction = NonNullable<z.output<typeof transactionReply>>;
