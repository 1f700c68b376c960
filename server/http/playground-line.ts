/**
 * What our own script adds to the playground: a line that shows who is signed in, or where to sign in. At the
 * first visit it selects the first example (the playground itself shows the last one it creates). On a phone the
 * query is above the result.
 */
export function playgroundLine(nonce: string, examples: number): string {
  return `<style nonce="${nonce}">${STYLE}</style>
<script type="module" nonce="${nonce}">const EXAMPLES = ${examples};${SCRIPT}</script>`;
}

const STYLE = `
body { display: flex; flex-direction: column; height: 100vh; margin: 0; }
app-root { flex: 1; min-height: 0; display: block; overflow: hidden; }
app-altair { display: block; height: 100%; }
.app-wrapper, .app-wrapper > .main-container { height: 100% !important; min-height: 0; }
.who { margin: 0; padding: 6px 12px; font: 13px/1.4 system-ui, sans-serif; background: #fff; color: #111; border-bottom: 1px solid #bbb; }
.who[data-out] { background: #fff3c4; }
.who a { color: #0b4fa8; }
@media (prefers-color-scheme: dark) {
  .who { background: #16181c; color: #eee; border-color: #444; }
  .who[data-out] { background: #4a3a00; }
  .who a { color: #9cc7ff; }
}
@media (max-width: 700px) {
  .app-side-menu, .url-box__method-wrapper, .as-split-gutter, as-split-area.as-hidden, .header__menu-item:not(:last-child) { display: none !important; }
  .send-request__button { white-space: nowrap; }
  .main-content-row > as-split { display: flex !important; flex-direction: column; }
  .main-content-row > as-split > as-split-area { flex: 1 1 0 !important; width: 100% !important; max-width: 100%; min-height: 0; }
}`;

const SCRIPT = `
const OPENED = 'twinbook_playground_opened';
const line = document.createElement('p');
line.className = 'who';
line.setAttribute('role', 'status');
document.body.prepend(line);

async function viewer() {
  const body = JSON.stringify({ query: '{ viewer { username } }' });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch('/graphql', { method: 'POST', headers, body });
  return (await response.json()).data.viewer;
}

function link(href, text) {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

let out = false;
async function showLine() {
  const who = await viewer().catch(() => undefined);
  if (who === undefined) return line.replaceChildren('The server does not answer.');
  line.toggleAttribute('data-out', who === null);
  if (who === null) {
    out = true;
    line.replaceChildren('Nobody is signed in, so that examples are refused and the documentation is empty. ', link('/signin', 'Sign in'), ' and come back, or run the last example to start a demo.');
  } else if (out) {
    line.replaceChildren('Signed in as ' + who.username + '. ', link('/playground/', 'Open again'), ' to fill the documentation.');
  } else {
    line.replaceChildren('Signed in as ' + who.username + ': what you run is run for this user.');
  }
}
await showLine();
setInterval(() => { if (out && !document.hidden) void showLine(); }, 3000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) void showLine(); });

if (localStorage.getItem(OPENED) === null) {
  const tabs = () => [...document.querySelectorAll('app-window-switcher-item .window-switcher__item')];
  const waiting = setInterval(() => {
    const all = tabs();
    if (all.length < EXAMPLES || !all.at(-1).classList.contains('window-switcher__item--active')) return;
    clearInterval(waiting);
    all[0].click();
    localStorage.setItem(OPENED, 'yes');
  }, 50);
}
`;
