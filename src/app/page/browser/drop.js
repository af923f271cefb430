/* Files may be dropped on a form that takes some. Without this they are chosen by the button, as with the keyboard. */

const formOf = (event) => (event.target instanceof Element ? event.target.closest('form[data-drop]') : null);

function show() {
  for (const hint of document.querySelectorAll('[data-drop-hint]')) hint.hidden = false;
}

for (const kind of ['dragenter', 'dragover'])
  document.addEventListener(kind, (event) => {
    const form = formOf(event);
    if (form === null) return;
    event.preventDefault();
    form.querySelector('.drop')?.classList.add('over');
  });

document.addEventListener('dragleave', (event) => {
  formOf(event)?.querySelector('.drop')?.classList.remove('over');
});

document.addEventListener('drop', (event) => {
  const form = formOf(event);
  if (form === null) return;
  event.preventDefault();
  form.querySelector('.drop')?.classList.remove('over');
  const field = form.querySelector('input[type=file]');
  if (field === null || event.dataTransfer.files.length === 0) return;
  field.files = event.dataTransfer.files;
  field.focus();
});

addEventListener('page:fresh', show);
show();
