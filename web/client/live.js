/**
 * Live parts: what the server tells about a stream makes this page fetch itself again and renew only its parts of that stream.
 * Nothing moves while a control inside has the focus or holds typed text: then a line says how much is new, and waits.
 */
const text = (name) => document.body.dataset[`text${name}`] ?? '';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const element = (tag, properties) => Object.assign(document.createElement(tag), properties);
const calm = matchMedia('(prefers-reduced-motion: reduce)');

/** What the server sent last for a region, by its fragment name: dots and opened details change the page, not the comparison. */
const sent = new Map(all('[data-fragment]').map((region) => [region.dataset.fragment, region.innerHTML]));
const fresh = new Set();

/** Keys of new or changed pieces in `next`, compared with `region` by their text. */
function changedKeys(region, next) {
  const known = new Map(all('[data-key]', region).map((node) => [node.dataset.key, node.textContent]));
  const changed = all('[data-key]', next).filter((node) => known.get(node.dataset.key) !== node.textContent);
  return changed.map((node) => node.dataset.key);
}

/** The red dot before the sentence of a piece that is new since the page was opened. */
function dot(node) {
  if (node.querySelector('.new-dot')) return;
  const sign = element('span', { className: 'new-dot' });
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', text('Dot'));
  (node.querySelector('h3, p') ?? node).prepend(sign);
}

function replace(region, next) {
  const keys = new Set(changedKeys(region, next));
  const open = new Set(all('details[open][id]', region).map((node) => node.id));
  sent.set(region.dataset.fragment, next.innerHTML);
  region.replaceChildren(...next.cloneNode(true).childNodes);
  for (const node of all('details[id]', region)) if (open.has(node.id)) node.open = true;
  for (const node of all('[data-key]', region)) {
    if (keys.has(node.dataset.key)) {
      fresh.add(node.dataset.key);
      node.classList.add('changed');
      setTimeout(() => node.classList.remove('changed'), calm.matches ? 0 : 2000);
    }
    if (fresh.has(node.dataset.key)) dot(node);
  }
}

/** Whether someone is at work inside: focus on a control, or something typed that is not sent yet. */
function inUse(region) {
  if (region.contains(document.activeElement)) return true;
  return all('input:not([type=hidden]), textarea', region).some(
    (field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked,
  );
}

/** A line above the region with the number of new pieces; its button renews the region. */
function offer(region, next) {
  const count = Math.max(changedKeys(region, next).length, 1);
  let line = region.previousElementSibling;
  if (!line?.matches('.waiting-line')) {
    line = element('div', { className: 'waiting-line' });
    line.setAttribute('role', 'status');
    region.before(line);
  }
  const button = element('button', { type: 'button', className: 'button button-outlined' });
  button.textContent = text('New').replace('{n}', String(count));
  button.addEventListener('click', () => {
    line.remove();
    replace(region, next);
  });
  line.replaceChildren(button);
}

/** Fetches this page again and renews the live parts of the streams that changed ('*' = all of them). */
async function renew(streams) {
  const isMeant = ({ dataset }) => dataset.live === '*' || streams.has('*') || streams.has(dataset.live);
  const regions = all('[data-live][data-fragment]').filter(isMeant);
  if (regions.length === 0) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const region of regions) {
    const next = page.querySelector(`[data-fragment="${CSS.escape(region.dataset.fragment)}"]`);
    if (!next || next.innerHTML === sent.get(region.dataset.fragment)) continue;
    if (inUse(region)) offer(region, next);
    else replace(region, next);
  }
  const now = page.querySelector('[data-live-indicator]');
  if (now) document.querySelector('[data-live-indicator]')?.replaceChildren(...now.childNodes);
}

/** The words in the header and the banner below it, when the connection goes and when it is back. */
function connection(lost) {
  const lostWord = document.querySelector('[data-live-lost]');
  const place = document.querySelector('[data-connection]');
  if (!lostWord || !place || lostWord.hidden === !lost) return;
  lostWord.hidden = !lost;
  document.querySelector('[data-live-indicator]').hidden = lost;
  place.className = lost ? 'wrap banners' : '';
  place.replaceChildren(
    ...(lost ? [element('p', { className: 'banner banner-connection', textContent: text('Lost') })] : []),
  );
}

let waiting;
const streams = new Set();

/** Collects what comes within 200 ms, so that a batch of events renews the page once. */
function changed(stream) {
  streams.add(stream);
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const meant = new Set(streams);
    streams.clear();
    renew(meant).catch(() => connection(true));
  }, 200);
}

function listen(again) {
  const source = new EventSource('/api/v1/events/stream');
  source.onopen = () => {
    connection(false);
    // What came while there was no connection is not told again, so everything live is looked at once.
    if (again) changed('*');
  };
  source.addEventListener('projected', (message) => changed(JSON.parse(message.data).trajectoryId ?? '*'));
  // The server could not keep up with us: what was missed is unknown.
  source.addEventListener('reset', () => changed('*'));
  source.onerror = () => {
    connection(true);
    source.close();
    setTimeout(() => listen(true), 10_000);
  };
  addEventListener('pagehide', () => source.close(), { once: true });
}

if (document.querySelector('[data-live-indicator]')) listen(false);
