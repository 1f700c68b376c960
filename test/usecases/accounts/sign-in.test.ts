import { afterEach, describe, expect, it } from 'vitest';
import { ArgonPasswords } from '../../../server/adapters/vault/argon-passwords.ts';
import { Attempts } from '../../../server/usecases/accounts/attempts.ts';
import { SignIn } from '../../../server/usecases/accounts/sign-in.ts';
import { servedDesk, type Overrides, type ServedDesk } from '../../support/desks/served-desk.ts';

let desk: ServedDesk;
afterEach(() => desk.close());

async function serve(overrides: Overrides = {}): Promise<void> {
  desk = await servedDesk(overrides);
}

const mutate = (name: string, username: string, password: string) =>
  desk.api.ask(
    `mutation($u: String!, $p: String!) { ${name}(username: $u, password: $p) { token user { role } expiresAt } }`,
    {
      variables: { u: username, p: password },
    },
  );
const signUp = (username: string, password = 'long enough') => mutate('signUp', username, password);
const signIn = (username: string, password = 'long enough') => mutate('signIn', username, password);
const options = async () => (await desk.api.ask('{ signInOptions { signUp demo } }')).data;

describe('signing up', () => {
  it('makes the first user ADMIN and then closes', async () => {
    await serve({ signUpPolicy: 'first' });
    expect(await options()).toEqual({ signInOptions: { signUp: true, demo: true } });
    const outcomes = await Promise.all([signUp('ada'), signUp('bob'), signUp('cyd')]);
    expect(outcomes.map(({ code }) => code).sort()).toEqual(
      ['FORBIDDEN', 'FORBIDDEN', null].sort(),
    );
    expect(outcomes.find(({ data }) => data)?.data).toMatchObject({
      signUp: { user: { role: 'ADMIN' } },
    });
    expect(await options()).toEqual({ signInOptions: { signUp: false, demo: true } });
  });

  it('does not count demo users', async () => {
    await serve({ signUpPolicy: 'first' });
    const { data } = await desk.api.ask('mutation { startDemo { user { role } } }');
    expect(data).toEqual({ startDemo: { user: { role: 'USER' } } });
    expect((await signUp('ada')).data).toMatchObject({ signUp: { user: { role: 'ADMIN' } } });
  });

  it('is closed to everyone, demos too, when the server says so', async () => {
    await serve({ signUpPolicy: 'never', loopbackOnly: false });
    expect(await options()).toEqual({ signInOptions: { signUp: false, demo: false } });
    expect((await signUp('ada')).code).toBe('FORBIDDEN');
    expect((await desk.api.ask('mutation { startDemo { token } }')).code).toBe('FORBIDDEN');
  });

  it.each([
    ['ab', 'long enough', 'username'],
    ['a'.repeat(33), 'long enough', 'username'],
    ['a b', 'long enough', 'username'],
    ['Ünal', 'long enough', 'username'],
    ['ada', 'too short', 'password'],
    ['ada', 'x'.repeat(257), 'password'],
  ])('refuses the name %s with %s', async (name, password, field) => {
    await serve();
    const answer = await signUp(name, password);
    expect([answer.code, answer.field]).toEqual(['BAD_USER_INPUT', field]);
  });

  it('accepts the shortest and longest valid input, and each name only once whatever its case', async () => {
    await serve();
    expect((await signUp('A-z.0_9', 'x'.repeat(256))).code).toBeNull();
    expect((await signUp('abc', 'x'.repeat(10))).code).toBeNull();
    const again = await signUp('ABC');
    expect([again.code, again.field]).toEqual(['BAD_USER_INPUT', 'username']);
    expect((await signIn('ABC', 'x'.repeat(10))).code).toBeNull();
  });
});

describe('signing in', () => {
  it('gives the same answer for an unknown name and a wrong password', async () => {
    await serve();
    await signUp('ada');
    const [unknown, wrong] = [await signIn('nobody'), await signIn('ada', 'not the password')];
    expect(wrong.errors).toEqual(unknown.errors);
    expect(wrong.code).toBe('UNAUTHENTICATED');
  });

  it('lasts 30 days, for a demo one', async () => {
    await serve();
    await signUp('ada');
    const days = (answer: unknown) =>
      (Date.parse((answer as { expiresAt: string }).expiresAt) - desk.clock.now().getTime()) /
      86_400_000;
    expect(days((await signIn('ada')).data?.signIn)).toBe(30);
    const demo = await desk.api.ask('mutation { startDemo { token expiresAt } }');
    expect(days(demo.data?.startDemo)).toBe(1);
  });

  it('makes a password guesser wait, and nobody else', async () => {
    await serve();
    await signUp('ada');
    await signUp('bob');
    const guesses = await Promise.all(
      Array.from({ length: 30 }, () => signIn('ADA', 'wrong password')),
    );
    const limited = guesses.filter(({ code }) => code === 'RATE_LIMITED');
    expect(limited).toHaveLength(20);
    const { retryAfterMs } = limited[0]!.errors[0]!.extensions;
    expect(retryAfterMs).toBeGreaterThan(0);
    expect((await signIn('ada')).code).toBe('RATE_LIMITED');
    expect((await signIn('bob')).code).toBeNull();
    desk.clock.advance(Number(retryAfterMs));
    expect((await signIn('ada')).code).toBeNull();
  });

  it('makes an address wait that guesses at many names', async () => {
    await serve();
    const codes: (string | null)[] = [];
    for (let each = 0; each < 70; each += 1) codes.push((await signIn(`name-${each}`)).code);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(10);
  });

  it('does not count successful attempts', async () => {
    await serve();
    await signUp('ada');
    for (let each = 0; each < 70; each += 1) expect((await signIn('ada')).code).toBeNull();
  });
});

it('does the same work for an unknown name', async () => {
  await serve();
  await signUp('ada');
  const argon = new ArgonPasswords({ memoryCost: 64, timeCost: 1, parallelism: 1 });
  const compared: string[] = [];
  const passwords = {
    hash: (password: string) => argon.hash(password),
    matches: (hash: string, password: string) => {
      compared.push(hash.slice(0, 9));
      return argon.matches(hash, password);
    },
  };
  const begin = { execute: () => Promise.reject(new Error('nobody is let in here')) };
  const { users, clock } = desk;
  const nobooks = async () => undefined;
  const attempts = new Attempts(clock);
  const door = new SignIn(users, passwords, attempts, nobooks, begin as never, clock);
  for (const name of ['nobody', 'ada']) {
    const refused = door.execute(name, 'not the password', { address: '::1', device: null });
    await expect(refused).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  expect(compared).toEqual(['$argon2id', '$argon2id']);
});

it('stores only a token’s hash', async () => {
  await serve();
  const token = await desk.api.signUp('ada');
  const { data } = await desk.api.ask('{ sessions { id device } }', { token });
  expect(JSON.stringify(data)).not.toContain(token);
  expect(await desk.sessions.find(token, desk.clock.now())).toBeNull();
});

it('asks for the current password before a new one', async () => {
  await serve();
  const token = await desk.api.signUp('ada');
  const change = (current: string, next: string) =>
    desk.api.ask(`mutation { changePassword(current: "${current}", next: "${next}") }`, { token });
  expect((await change('wrong one', 'even longer')).field).toBe('current');
  expect((await change('long enough', 'short')).field).toBe('next');
  expect((await change('long enough', 'even longer')).data).toEqual({ changePassword: true });
  expect((await signIn('ada')).code).toBe('UNAUTHENTICATED');
  expect((await signIn('ada', 'even longer')).code).toBeNull();
});
