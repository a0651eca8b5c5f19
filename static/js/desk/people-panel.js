// The panel of people beside an article: found, linked and struck without leaving the page, so that nothing typed in
// the article's own form is lost.
import { fetchFragment, later } from 'newsdesk/fragment';

const FORMS = ['find-people', 'link-words', 'strike-link', 'new-person'];
const panel = () => document.getElementById('people-panel');
const query = () => document.getElementById('find-people-query');
let asked = 0;

function fail() {
  const status = panel().querySelector('.panel-status');
  status.textContent = panel().dataset.failed;
  status.classList.add('refused');
}

async function replace(address, options) {
  const turn = ++asked;
  panel().setAttribute('aria-busy', 'true');
  try {
    const fresh = await fetchFragment(address, options);
    if (turn !== asked) return false;
    panel().replaceWith(fresh);
    return true;
  } catch {
    panel().removeAttribute('aria-busy');
    fail();
    return false;
  }
}

async function find() {
  const words = query().value;
  const isReplaced = await replaceKeepingQuery(`${panel().dataset.address}?${new URLSearchParams({ q: words })}`);
  if (isReplaced) query().focus();
}

async function replaceKeepingQuery(address) {
  let typed = query().value;
  const listen = (event) => { typed = event.target.value; };
  query().addEventListener('input', listen);
  const isReplaced = await replace(address);
  if (isReplaced) query().value = typed;
  return isReplaced;
}

async function send(form, submitter) {
  const body = new FormData(form, submitter);
  if (!(await replace(form.action, { method: 'POST', body }))) return;
  const wrong = panel().querySelector('.errors input, .errors select');
  (wrong ?? query()).focus();
}

export function listenForPanel() {
  const findLater = later(250, find);
  document.addEventListener('submit', (event) => {
    if (!FORMS.includes(event.target.id)) return;
    event.preventDefault();
    if (event.target.id === 'find-people') find();
    else send(event.target, event.submitter);
  });
  document.addEventListener('input', (event) => {
    if (event.target.id === 'find-people-query') findLater();
  });
}
