// Choosing a picture: a dialog with a search in the library. Its words come with the page, its pictures by JSON.
const PAUSE = 250;

export const dialog = () => document.querySelector('#picture-dialog');

const library = () => dialog()?.dataset.choices.replace(/choices\/$/, '');

export const smallPicture = (key) => `${library()}small/${encodeURIComponent(key)}/`;

export function choosePicture() {
  const box = dialog();
  const query = box.querySelector('input');
  let timer;
  const search = () => {
    clearTimeout(timer);
    timer = setTimeout(() => show(box, query.value), PAUSE);
  };
  const stay = (event) => { if (event.key === 'Enter') event.preventDefault(); };
  query.value = '';
  box.returnValue = '';
  query.addEventListener('input', search);
  query.addEventListener('keydown', stay);
  box.showModal();
  show(box, '');
  return new Promise((resolve) => {
    box.addEventListener('close', () => {
      query.removeEventListener('input', search);
      query.removeEventListener('keydown', stay);
      resolve(box.returnValue);
    }, { once: true });
  });
}

async function show(box, words) {
  const status = box.querySelector('[role=status]');
  const list = box.querySelector('.picture-choices');
  try {
    const answer = await fetch(`${box.dataset.choices}?q=${encodeURIComponent(words)}`);
    if (!answer.ok) throw new Error(answer.statusText);
    const { pictures } = await answer.json();
    if (words !== box.querySelector('input').value) return; // an answer that came too late
    list.replaceChildren(...pictures.map(choice));
    status.textContent = pictures.length ? '' : status.dataset.none;
  } catch {
    status.textContent = status.dataset.failed;
  }
}

function choice({ hash, alt, credit }) {
  const item = document.createElement('li');
  const button = Object.assign(document.createElement('button'), { type: 'submit', value: hash });
  const image = Object.assign(document.createElement('img'), { src: smallPicture(hash), alt: '', loading: 'lazy' });
  const said = Object.assign(document.createElement('b'), { textContent: alt });
  const by = Object.assign(document.createElement('span'), { textContent: credit });
  button.append(image, said, by);
  item.append(button);
  return item;
}
