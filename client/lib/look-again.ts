/** Runs `look` at once, then after as many milliseconds as each run returns. Returns a function that stops it. */
export function lookAgain(look: () => Promise<number>): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let left = false;
  const next = async () => {
    const ms = await look();
    if (!left) timer = setTimeout(() => void next(), ms);
  };
  void next();
  return () => {
    left = true;
    if (timer) clearTimeout(timer);
  };
}
