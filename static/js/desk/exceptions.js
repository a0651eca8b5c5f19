// The roll: a row says «as all» until somebody opens its exception, by its button or by E within the row;
// Escape takes it back.
const SELF = 'input[type="text"], select, textarea, .select2-container';

function show(row, isOpen) {
  row.classList.toggle('differs', isOpen);
  row.querySelector('.as-all-line').hidden = isOpen;
}

function open(row) {
  show(row, true);
  const own = row.querySelectorAll('.marks-pick input');
  const chosen = [...own].find((input) => input.checked && input.value) ?? own[1];
  chosen.focus();
}

function close(row) {
  show(row, false);
  row.querySelector('.as-all-line button').focus();
}

function giveUp(row) {
  row.querySelector('.as-all-choice input').checked = true;
  close(row);
}

function addLine(row) {
  const cell = row.querySelector('.col-state');
  const word = row.querySelector('.as-all-choice').textContent.trim();
  const line = document.createElement('div');
  line.className = 'as-all-line';
  const said = document.createElement('span');
  said.className = 'as-all';
  said.textContent = `${word} `;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button small';
  button.textContent = cell.dataset.button;
  button.setAttribute('aria-label', cell.dataset.exception);
  button.addEventListener('click', () => open(row));
  line.append(said, button);
  cell.prepend(line);
  show(row, Boolean(row.querySelector('.marks-pick input:checked')?.value));
}

export function offerExceptions(form) {
  const rows = form.querySelectorAll('.rf-people tbody tr');
  rows.forEach(addLine);
  rows.forEach((row) => row.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && row.matches('.differs')) giveUp(row);
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key.toLowerCase() !== 'e' || !isPlain || event.target.closest(SELF)) return;
    event.preventDefault();
    open(row);
  }));
  form.addEventListener('change', (event) => {
    const row = event.target.closest('.rf-people tr');
    if (row && event.target.closest('.marks-pick') && !event.target.value) close(row);
  });
}
