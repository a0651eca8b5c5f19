// Stock widgets of the admin that reach a screen reader without a name get one: select2, cells of inline rows, split
// moments, the selector. Nothing is shown and nothing is sent differently.
const words = (element) => element?.textContent.replace(/:\s*$/, '').trim() ?? '';
const labelOf = (field) => words(field.id && document.querySelector(`label[for="${CSS.escape(field.id)}"]`));
const headOf = (field) => {
  const cell = field.closest('.tabular td');
  const heads = cell?.closest('table').tHead?.rows[0].cells;
  return words(heads?.[cell.cellIndex]).replace('?', '');
};
const isNamed = (field) => field.labels?.length || field.ariaLabel || field.getAttribute('aria-labelledby');

function nameSelect2(container) {
  const select = container.previousElementSibling;
  const box = container.querySelector('.select2-selection');
  if (!box || !select?.matches('select')) return;
  const name = select.ariaLabel || labelOf(select) || headOf(select);
  container.querySelectorAll('[role=combobox], [role=searchbox], [role=textbox]').forEach((part) => {
    if (name && part.ariaLabel !== name) part.ariaLabel = name;
  });
  if (!box.hasAttribute('aria-controls')) box.setAttribute('aria-controls', `select2-${select.id}-results`);
  const clear = container.querySelector('ul > .select2-selection__clear');
  if (clear) box.append(clear);
}

function nameField(field) {
  if (isNamed(field)) return;
  const moment = field.closest('.datetime');
  const whole = moment && words(moment.closest('.flex-container')?.querySelector('label, legend'));
  const part = moment && words(field.previousSibling);
  const name = [whole, part].filter(Boolean).join(', ') || headOf(field);
  if (name) field.ariaLabel = name;
}

function nameEditor(editor) {
  const name = labelOf(editor.closest('.form-row')?.querySelector('textarea') ?? editor);
  if (name && editor.ariaLabel !== name) editor.ariaLabel = name;
}

function tidy(root) {
  root.querySelectorAll('.ProseMirror.tiptap').forEach(nameEditor);
  root.querySelectorAll('.tabular td :is(input:not([type=hidden]), select, textarea), .datetime input').forEach(nameField);
  root.querySelectorAll('.tabular tbody td').forEach((cell) => {
    const head = words(cell.closest('table').tHead?.rows[0].cells[cell.cellIndex]);
    if (head && cell.dataset.head !== head) cell.dataset.head = head;
  });
  root.querySelectorAll('select + .select2-container').forEach(nameSelect2);
  root.querySelectorAll('span[aria-label]:not([role])').forEach((sign) => { sign.role = 'img'; });
}

addEventListener('load', () => {
  const content = document.querySelector('#content');
  tidy(content);
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length)) tidy(content);
  }).observe(content, { childList: true, subtree: true });
});
