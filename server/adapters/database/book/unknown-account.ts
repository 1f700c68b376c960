export class UnknownAccount extends Error {
  override readonly name = 'UnknownAccount';
}
