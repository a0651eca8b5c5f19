// The counts beside the labels: characters of the headline, words of the body. Live, and never a stop.
import { countSigns, countWords, minutesFor } from 'newsdesk/count';

const { lang } = document.documentElement;
const PLURAL = new Intl.PluralRules(lang);
const MINUTES = new Intl.NumberFormat(lang, { style: 'unit', unit: 'minute', unitDisplay: 'long' });

function counterFor(field) {
  const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  const counter = Object.assign(document.createElement('span'), { className: 'count' });
  const line = Object.assign(document.createElement('span'), { className: 'label-line' });
  label.replaceWith(line);
  line.append(label, counter);
  return counter;
}

export function countHeadline(field) {
  const counter = counterFor(field);
  const fits = Number(field.dataset.fits);
  const show = () => {
    const signs = countSigns(field.value.trim());
    counter.textContent = field.dataset.says.replace('{count}', signs).replace('{limit}', fits);
    counter.classList.toggle('is-long', signs > fits);
  };
  field.addEventListener('input', show);
  show();
}

export function countBody(field, editor) {
  const counter = counterFor(field);
  const forms = JSON.parse(field.dataset.words);
  const show = () => {
    const { doc } = editor.state;
    const words = countWords(doc.textBetween(0, doc.content.size, '\n', '\n'));
    const said = forms[PLURAL.select(words)] ?? forms.other;
    counter.textContent = `${said.replace('%d', words)}, ${MINUTES.format(minutesFor(words))}`;
  };
  editor.on('update', show);
  show();
}
