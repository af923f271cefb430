/*
 * The form of a command says above its button what the fields that write will do: of those that are filled in, as they are now.
 */

const isFilledIn = (field) =>
  [...field.querySelectorAll('input, select')].some((one) =>
    one.type === 'checkbox' ? one.checked : one.value !== '',
  );

function tell(form) {
  const lines = [...form.querySelectorAll('[data-of]')];
  for (const line of lines) {
    const field = [...form.querySelectorAll('.field')].find((one) => one.dataset.key === line.dataset.of);
    line.hidden = field === undefined || !isFilledIn(field);
  }
  const also = form.querySelector('.also');
  if (also !== null) also.hidden = lines.every(({ hidden }) => hidden);
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
  document.addEventListener('input', follow);
  document.addEventListener('change', follow);
}
