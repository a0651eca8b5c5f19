// The roll on a meeting's form: choosing another mark saves that sentence alone, and nothing typed in the form is lost.
import { fetchFragment } from 'newsdesk/fragment';

const roll = () => document.getElementById('meeting-roll');
const outside = document.getElementById('says-form');

async function save(radio) {
  const key = radio.name.replace('says-', '');
  const body = new FormData(outside);
  body.set('evidence', key);
  body.set(radio.name, radio.value);
  roll().setAttribute('aria-busy', 'true');
  try {
    const fresh = await fetchFragment(outside.action, { method: 'POST', body });
    roll().replaceWith(fresh);
    roll().querySelector(`[name="${radio.name}"]:checked`)?.focus();
  } catch {
    roll().removeAttribute('aria-busy');
    roll().querySelector('.panel-status').textContent = roll().dataset.failed;
  }
}

// Another page of a long roll, without leaving what is typed in the form.
async function turn(link) {
  const page = outside.elements.roll;
  try {
    const fresh = await fetchFragment(`${page.dataset.rollAddress}?roll=${link.dataset.roll}`);
    roll().replaceWith(fresh);
    page.value = link.dataset.roll;
    roll().scrollIntoView();
    roll().querySelector('.roll-pages [aria-current]')?.focus({ preventScroll: true });
  } catch {
    window.location.assign(link.href);
  }
}

if (outside) {
  document.documentElement.classList.add('has-script');
  outside.addEventListener('submit', (event) => {
    const radio = document.querySelector(`[name="says-${event.submitter?.value}"]:checked`);
    if (!radio) return;
    event.preventDefault();
    save(radio);
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.roll-pages a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    turn(link);
  });
}
