/*
 * The form of a command says above its button what the fields that write will do, and what those that are folded choose: of those that are
 * filled in, as they are now.
 */

const isFilledIn = (field) =>
  [...field.querySelectorAll('input, select')].some((one) =>
    one.type === 'checkbox' ? one.checked : one.value !== '',
  );

/** What a field has, as people read it. */
const textOf = (field, yes) =>
  [...field.querySelectorAll('input, select')]
    .flatMap((one) => {
      if (one.tagName === 'SELECT') return one.selectedOptions[0]?.textContent ?? [];
      if (one.type !== 'checkbox') return one.value;
      if (!one.checked) return [];
      return one.closest('fieldset') === null ? yes : one.labels[0].textContent;
    })
    .filter((text) => text !== '')
    .join(', ');

function tell(form) {
  const lines = [...form.querySelectorAll('[data-of]')];
  for (const line of lines) {
    const field = [...form.querySelectorAll('.field')].find((one) => one.dataset.key === line.dataset.of);
    line.hidden = field === undefined || !isFilledIn(field);
    const said = line.querySelector('dd');
    if (said !== null && !line.hidden) said.textContent = textOf(field, line.parentNode.dataset.yes);
  }
  for (const group of form.querySelectorAll('.also, .values'))
    group.hidden = [...group.querySelectorAll('[data-of]')].every(({ hidden }) => hidden);
}

export function followForms() {
  const follow = ({ target }) => {
    const form = target instanceof Element ? target.closest('form.command') : null;
    if (form !== null) tell(form);
  };
  // A browser that goes back fills in what was there.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form.command')) tell(form);
  });
  // A browser cannot show what is wrong with a field that is folded.
  const open = ({ target }) => {
    const folded = target.closest('details:not([open])');
    if (folded !== null) folded.open = true;
  };
  document.addEventListener('invalid', open, { capture: true });
  document.addEventListener('input', follow);
  document.addEventListener('change', follow);
}
