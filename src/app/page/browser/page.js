/*
 * Keeps the page fresh while it is open. It is told that something has changed (server-sent events), fetches the same address again, and puts in
 * what is otherwise, so that focus, scrolling and what somebody is filling in stay where they are. Without it the page works as it is.
 */
import { listen } from './line.js';

import './drop.js';

import { followForms } from './command-form.js';

/** Parts that are exchanged: those with a key of their own first, so that the rest of the screen is left alone. */
const regions = ['[data-fresh]', '#main', 'footer'];

let shown = Number(document.body.dataset.number);
let isFetching = false;
let isAgain = false;

/** What identifies an element in both versions of the page: where it is among its like in the nearest keyed part. */
function addressOf(element) {
  const part = element.closest('[data-key], [data-part], form, #main, header') ?? document.body;
  const like = [...part.querySelectorAll(element.tagName)];
  const key = part.dataset.key ?? part.dataset.part ?? part.getAttribute('action') ?? part.id;
  return { key, tag: element.tagName, index: like.indexOf(element), id: element.id };
}

function elementAt({ key, tag, index, id }) {
  if (id !== '') return document.getElementById(id);
  const parts = [...document.querySelectorAll('[data-key], [data-part], form, #main, header')];
  const part = parts.find(
    (one) => (one.dataset.key ?? one.dataset.part ?? one.getAttribute('action') ?? one.id) === key,
  );
  return part?.querySelectorAll(tag)[index] ?? null;
}

/** Somebody has begun to fill in a form: it is not taken from under their hands. */
const isBeingFilledIn = () =>
  [...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea')].some((field) =>
    field.type === 'checkbox' || field.type === 'radio'
      ? field.checked !== field.defaultChecked
      : field.tagName === 'SELECT'
        ? [...field.options].some((option) => option.selected !== option.defaultSelected)
        : field.value !== field.defaultValue,
  );

/** Puts the children of `next` in place of those of `old`, but only where they differ. Frames that are the same are not loaded again. */
function exchange(old, next) {
  if (old.isEqualNode(next)) return;
  // Another address in the same frame would be one more step of the back button.
  if (old.nodeName === 'IFRAME') {
    old.replaceWith(document.importNode(next, true));
    return;
  }
  const [before, after] = [[...old.childNodes], [...next.childNodes]];
  const isAlike =
    before.length === after.length &&
    before.every((node, index) => node.nodeName === after[index].nodeName) &&
    old.nodeType === Node.ELEMENT_NODE;
  if (!isAlike || before.length === 0) {
    const open = new Map([...old.querySelectorAll('details')].map((one) => [one.dataset.key, one.open]));
    old.replaceChildren(...after.map((node) => document.importNode(node, true)));
    for (const one of old.querySelectorAll('details')) one.open = open.get(one.dataset.key) ?? one.open;
    sameAttributes(old, next);
    return;
  }
  sameAttributes(old, next);
  before.forEach((node, index) => {
    const other = after[index];
    if (node.nodeType === Node.ELEMENT_NODE) exchange(node, other);
    else if (node.nodeValue !== other.nodeValue) node.nodeValue = other.nodeValue;
  });
}

function sameAttributes(old, next) {
  for (const { name, value } of next.attributes) {
    if (name === 'open') continue;
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (name !== 'open' && !next.hasAttribute(name)) old.removeAttribute(name);
  }
}

async function refresh() {
  if (isFetching) {
    isAgain = true;
    return;
  }
  isFetching = true;
  try {
    do {
      isAgain = false;
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      if (answer.status === 403) hear({ state: 'ended' });
      if (!answer.headers.get('Content-Type')?.startsWith('text/html')) continue;
      take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } while (isAgain);
  } catch {
    // The events say when the server is gone.
  } finally {
    isFetching = false;
  }
}

function take(next) {
  shown = Number(next.body.dataset.number);
  const focused = document.activeElement === document.body ? null : addressOf(document.activeElement);
  const busy = isBeingFilledIn();
  for (const region of regions) {
    if (busy && region === '#main') continue;
    const [old, fresh] = [document.querySelector(region), next.querySelector(region)];
    if (old !== null && fresh !== null) exchange(old, fresh);
  }
  if (focused !== null && document.activeElement === document.body) elementAt(focused)?.focus();
  dispatchEvent(new CustomEvent('page:fresh'));
}

const lost = document.getElementById('lost');
const { textContent: gone, dataset } = lost;

let showsReading;

/**
 * What came while no window had the line is not told again, so a line that is there again asks for all. A reading that takes long is
 * shown while it lasts, others when they have ended.
 */
function hear({ event, state }) {
  clearTimeout(showsReading);
  if (event === undefined) {
    lost.textContent = state === 'ended' ? dataset.ended : gone;
    lost.hidden = state === 'here';
    document.body.classList.toggle('is-lost', state !== 'here');
    if (state === 'here') refresh();
  } else if (event.kind === 'register' && event.isReading && event.number === shown)
    showsReading = setTimeout(refresh, 1000);
  else refresh();
}

addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  listen(hear);
  refresh();
});

/** What a screen reader is told of a press that changes nothing else. */
const said = document.createElement('p');
said.className = 'unseen';
said.setAttribute('role', 'status');
document.querySelector('footer').before(said);

/** The place of a row, for the name box of the program that the workbook is open in. */
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null;
  if (button === null) return;
  navigator.clipboard.writeText(button.dataset.copy).then(
    () => {
      const { copied, copy } = button.dataset;
      said.textContent = `${copied}: ${copy}`;
      const label = button.firstChild;
      const was = label.nodeValue;
      if (was === copied) return;
      label.nodeValue = copied;
      setTimeout(() => {
        if (label.nodeValue === copied) label.nodeValue = was;
      }, 1500);
    },
    () => undefined,
  );
});

followForms();
listen(hear);
if ('waiting' in document.body.dataset) refresh();
