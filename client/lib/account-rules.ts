/** Why a name is invalid, by the server's own rule, before it is sent; null when valid. */
export function nameFault(name: string): string | null {
  const wrong = /[^A-Za-z0-9._-]/.exec(name)?.[0];
  if (wrong !== undefined) {
    return `Use A–Z a–z 0–9 . _ - only, not ${/\s/.test(wrong) ? 'a space' : `“${wrong}”`}.`;
  }
  if (name.length < 3) return `${name.length} of at least 3 characters.`;
  if (name.length > 32) return `${name.length} of at most 32 characters.`;
  return null;
}

export function passwordFault(password: string): string | null {
  if (password.length < 10) return `${password.length} of at least 10 characters.`;
  if (password.length > 256) return `${password.length} of at most 256 characters.`;
  return null;
}
