// One file on its way: a row with its name and a bar, then what the desk says became of it.
const MEGABYTE = 1_000_000;

export function makeRow(file, waits) {
  const row = document.createElement('li');
  const blank = Object.assign(document.createElement('span'), { className: 'blank' });
  const name = Object.assign(document.createElement('b'), { textContent: file.name });
  const right = Object.assign(document.createElement('span'), { className: 'right', textContent: waits });
  const bar = Object.assign(document.createElement('progress'), { max: 100, value: 0 });
  bar.setAttribute('aria-label', file.name);
  name.title = `${(file.size / MEGABYTE).toFixed(1)} MB`;
  row.append(blank, name, right, bar);
  return row;
}

export function showProgress(row, { loaded, total }) {
  const percent = Math.round((100 * loaded) / total);
  row.querySelector('progress').value = percent;
  row.querySelector('.right').textContent = `${percent} %`;
}

export function refuse(row, sentence) {
  const bad = Object.assign(document.createElement('span'), { className: 'bad', textContent: sentence });
  row.dataset.outcome = 'refused';
  row.querySelector('progress').replaceWith(bad);
  row.querySelector('.right').textContent = '';
}

// The row that the desk sent, in the place of ours.
export function replaceRow(row, html) {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  const fresh = holder.content.firstElementChild;
  row.replaceWith(fresh);
  return fresh;
}
