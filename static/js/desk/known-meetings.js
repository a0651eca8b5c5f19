// «Is it one we have?»: asked anew when day, place or series change; choosing one fills in its fields.
import { fetchFragment, later } from 'newsdesk/fragment';

const TELLING = ['when', 'place', 'series', 'ordinal'];
const SENT = /^(sentence|same|filled|title|kind|when|place|series|ordinal|host|roll-TOTAL_FORMS|roll-\d+-person)$/;
const FIELDS = 'input:not([type="checkbox"], [type="radio"]), select, textarea, .select2-container';

async function ask(form) {
  const typed = [...new FormData(form)].filter(([name]) => SENT.test(name));
  try {
    const fresh = await fetchFragment(`${form.dataset.known}?${new URLSearchParams(typed)}`);
    document.getElementById('known-meetings').replaceWith(fresh);
  } catch {
    // The list stays as it was: the server looks once more when the form is saved.
  }
}

function choose(form, radio) {
  radio.checked = true;
  if (radio.value !== 'new') form.requestSubmit(form.querySelector('[name="_choose"]'));
}

export function followTheMeeting(form) {
  const askLater = later(300, () => ask(form));
  window.django?.jQuery(form).on('change', (event) => {
    if (TELLING.includes(event.target.name)) askLater();
    if (event.target.name === 'same') choose(form, event.target);
  });
  document.addEventListener('keydown', (event) => {
    if (event.target.closest(FIELDS) || event.ctrlKey || event.altKey || event.metaKey) return;
    const pick = event.key.toLowerCase() === 'n' ? 'new' : event.key;
    const radios = [...form.elements.same.length ? form.elements.same : [form.elements.same]];
    const radio = radios.find((each, at) => (pick === 'new' ? each.value === 'new' : each.value !== 'new' && `${at + 1}` === pick));
    if (radio) choose(form, radio);
  });
}
