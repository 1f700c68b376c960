import type { RiskCheck } from '../../refusal.ts';
import { SOL_MINT } from '../../token/mint.ts';
import { check } from './check.ts';
import type { ReadMessage, SwapEvidence } from './evidence.ts';
import type { NamedInstruction } from './named-instruction.ts';
import { ALLOWED_PROGRAMS, MOST_OPENED } from './programs.ts';

/** A message that can be read, with what each of its instructions does. */
export interface NamedMessage extends Pick<SwapEvidence, 'terms' | 'own'> {
  readonly message: ReadMessage;
  readonly named: readonly NamedInstruction[];
}

type Doing<Does extends NamedInstruction['does']> = Extract<NamedInstruction, { does: Does }>;

export function those<Does extends NamedInstruction['does']>(
  named: readonly NamedInstruction[],
  does: Does,
): readonly Doing<Does>[] {
  return named.filter((each): each is Doing<Does> => each.does === does);
}

/** The rules on who signs, who pays, what is called, and what is taken from the wallet apart from the swap. */
export function messageRules(read: NamedMessage): readonly RiskCheck[] {
  return [
    soleSigner(read),
    feePayer(read),
    tables(read),
    programs(read),
    none(read, 'NONCE', 'USE_NONCE', 'a nonce, with which it would never expire'),
    solTransfers(read),
    none(read, 'TOKEN_TRANSFERS', 'MOVE_TOKENS', 'a transfer or a burn of tokens'),
    none(read, 'APPROVALS', 'APPROVE', 'an approval that lets somebody take tokens later'),
    none(read, 'AUTHORITIES', 'CHANGE_AUTHORITY', 'a change of who owns an account'),
    closes(read),
    openings(read),
    none(
      read,
      'CREATED_ACCOUNTS',
      'CREATE_ACCOUNT',
      'an account that is not a token account of ours',
    ),
    unknown(read),
  ];
}

function soleSigner({ message: { signers }, terms }: NamedMessage): RiskCheck {
  return check('SOLE_SIGNER', {
    passed: signers.length === 1 && signers[0] === terms.wallet,
    ...{ limit: terms.wallet, actual: signers.join(', ') || null },
    good: 'The wallet is the only one who signs.',
    bad: 'Somebody besides the wallet has to sign, or the wallet does not.',
  });
}

function feePayer({ message, terms }: NamedMessage): RiskCheck {
  return check('FEE_PAYER', {
    ...{ passed: message.feePayer === terms.wallet },
    ...{ limit: terms.wallet, actual: message.feePayer },
    good: 'The wallet pays the fee.',
    bad: 'Somebody else pays the fee.',
  });
}

function tables({ message: { unresolvedTables } }: NamedMessage): RiskCheck {
  return check('LOOKUP_TABLES', {
    ...{ passed: unresolvedTables.length === 0, actual: unresolvedTables.join(', ') || null },
    good: 'Every account that it names is known.',
    bad: 'It names accounts by a table that our RPC does not know in full.',
  });
}

function programs({ message }: NamedMessage): RiskCheck {
  const strange = message.instructions.filter(({ program }) => !ALLOWED_PROGRAMS.has(program));
  return check('PROGRAMS', {
    passed: strange.length === 0,
    actual: strange.map(({ program }) => program).join(', ') || null,
    good: 'It calls only programs that a swap needs.',
    bad: 'It calls a program that no swap needs.',
  });
}

/** Allows SOL only into our own wrapped SOL, and only the amount to be swapped. */
function solTransfers({ named, terms, own }: NamedMessage): RiskCheck {
  const paid = those(named, 'PAY_SOL');
  const most = terms.inputMint === SOL_MINT ? terms.inAmount : 0n;
  const ours = paid.every(({ from, to }) => from === terms.wallet && to === own.wrapped);
  const total = paid.reduce<bigint | null>(
    (sum, { lamports }) => (sum === null || lamports === null ? null : sum + lamports),
    0n,
  );
  return check('SOL_TRANSFERS', {
    ...{ passed: ours && total !== null && total <= most, limit: most, actual: total },
    good: 'It sends SOL nowhere but into the swap.',
    bad: 'It sends SOL to somebody else, or more than agreed.',
  });
}

function none(
  { named }: NamedMessage,
  rule: 'NONCE' | 'TOKEN_TRANSFERS' | 'APPROVALS' | 'AUTHORITIES' | 'CREATED_ACCOUNTS',
  does: NamedInstruction['does'],
  what: string,
): RiskCheck {
  const found = those(named, does).length;
  const [good, bad] = [`It has no such thing as ${what}.`, `It has ${what}.`];
  return check(rule, { passed: found === 0, limit: '0', actual: String(found), good, bad });
}

/** Allows closing only our own wrapped SOL, paid out to the wallet. */
function closes({ named, terms, own }: NamedMessage): RiskCheck {
  const strange = those(named, 'CLOSE').filter(
    ({ account, to, by }) => account !== own.wrapped || to !== terms.wallet || by !== terms.wallet,
  );
  return check('CLOSED_ACCOUNTS', {
    passed: strange.length === 0,
    actual: strange.map(({ account }) => account).join(', ') || null,
    good: 'It closes no account but wrapped SOL of ours, to the wallet.',
    bad: 'It closes an account, or pays out one, other than wrapped SOL of ours to the wallet.',
  });
}

/** Allows new accounts only for the wallet, of swapped mints: the owner of an account gets its rent. */
function openings({ named, terms }: NamedMessage): RiskCheck {
  const opened = those(named, 'OPEN_TOKEN_ACCOUNT').map((each) => each.opened);
  const mints: ReadonlySet<string> = new Set([terms.inputMint, terms.outputMint, SOL_MINT]);
  const strange = opened.filter(
    ({ payer, owner, mint }) =>
      payer !== terms.wallet || owner !== terms.wallet || !mints.has(mint),
  );
  return check('OPENED_ACCOUNTS', {
    passed: strange.length === 0 && opened.length <= MOST_OPENED,
    ...{ limit: String(MOST_OPENED), actual: String(opened.length) },
    good: 'It opens token accounts for the wallet alone, two at most.',
    bad: 'It opens an account for somebody else, for another mint, or more than two.',
  });
}

/** Refuses what is none of the above, apart from wrapping our own SOL. */
function unknown({ named, own }: NamedMessage): RiskCheck {
  const strange = named.filter(
    (each) =>
      each.does === 'OTHER' || (each.does === 'SYNC_WRAPPED' && each.account !== own.wrapped),
  );
  const shown = strange.map((each) =>
    each.does === 'OTHER' ? `${each.program} ${each.code ?? 'without data'}` : each.does,
  );
  return check('INSTRUCTIONS', {
    ...{ passed: strange.length === 0, actual: shown.join(', ') || null },
    good: 'Every instruction is known.',
    bad: 'It has an instruction that a swap does not need, or that cannot be read.',
  });
}
