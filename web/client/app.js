/**
 * What pages do better with scripts: add rows without a round trip, keep typed text, and move the focus.
 * Every page works without this file; all words come from data-text-* attributes of the body, written by the server.
 */
const text = (name) => document.body.dataset[`text${name}`] ?? '';
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// --- Rows -------------------------------------------------------------------------------------------------------------------

function addRow(list) {
  const template = list.querySelector(':scope > [data-row-template]');
  const rows = list.querySelector(':scope > [data-rows-list]');
  const used = all(':scope > [data-row] > input[name$="._row"]', rows).map((input) =>
    Number(input.name.split('.').at(-2)),
  );
  const next = Math.max(-1, ...used) + 1;
  const holder = document.createElement('template');
  holder.innerHTML = template.innerHTML
    .replaceAll(template.dataset.numberToken, String(rows.children.length + 1))
    .replaceAll(template.dataset.token, String(next));
  rows.append(holder.content);
  rows.lastElementChild.querySelector('input:not([type=hidden]), select, textarea')?.focus();
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('button[name="_add"], button[name="_remove"]');
  const list = button?.closest('[data-rows]');
  if (!list) return;
  event.preventDefault();
  if (button.name === '_add') return addRow(list);
  button.closest('[data-row]').remove();
  list.querySelector(':scope > button[name="_add"]').focus();
});

// --- Typed text --------------------------------------------------------------------------------------------------------------

const SECRET = 'input[type=password], input[type=hidden], input[type=file]';
const keyOf = (form) => `typed:${location.pathname}#${form.id}`;
const controls = (form) =>
  [...form.elements].filter(
    (field) => field.name && 'value' in field && field.type !== 'submit' && !field.matches(SECRET),
  );

function keep(form) {
  const typed = controls(form).map((field) => [field.name, field.value, field.checked === true]);
  sessionStorage.setItem(keyOf(form), JSON.stringify(typed));
}

/** Puts back what was typed before the page was left by accident, and says so. */
function restore(form) {
  const kept = sessionStorage.getItem(keyOf(form));
  if (!kept) return;
  for (const [name, value, checked] of JSON.parse(kept)) {
    const at = /^(.*)\.\d+\.[^.]+$/.exec(name)?.[1];
    const list = at && form.querySelector(`[data-rows="${CSS.escape(at)}"]`);
    if (list && !form.elements[name]) addRow(list);
    for (const field of controls(form).filter((one) => one.name === name)) {
      if (field.type !== 'checkbox' && field.type !== 'radio') field.value = value;
      else if (field.value === value) field.checked = checked;
    }
  }
  const line = Object.assign(document.createElement('p'), { className: 'hint', textContent: `${text('Restored')} ` });
  const clear = Object.assign(document.createElement('button'), {
    type: 'reset',
    className: 'button button-text button-inline',
    textContent: text('Clear'),
  });
  clear.addEventListener('click', () => line.remove());
  line.append(clear);
  line.setAttribute('role', 'status');
  form.prepend(line);
}

for (const form of all('form[data-keep]')) {
  if (form.dataset.keep === 'yes') restore(form);
  form.addEventListener('input', () => keep(form));
  form.addEventListener('reset', () => sessionStorage.removeItem(keyOf(form)));
  form.addEventListener('submit', () => sessionStorage.removeItem(keyOf(form)));
}
for (const form of all('form[data-log-out]')) form.addEventListener('submit', () => sessionStorage.clear());

// --- Keyboard and focus ------------------------------------------------------------------------------------------------------

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') for (const menu of all('details[data-menu][open]')) menu.open = false;
  const typing = event.target.closest?.('input, select, textarea, [contenteditable]');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.querySelector('[data-search]');
  if (!search) return;
  event.preventDefault();
  search.focus();
});
document.addEventListener('click', (event) => {
  for (const menu of all('details[data-menu][open]')) if (!menu.contains(event.target)) menu.open = false;
});
document.querySelector('[data-focus-on-load]')?.focus();
