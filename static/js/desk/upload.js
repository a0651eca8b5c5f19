// Many files: one request each, one after the other, with a bar each. Without this the form sends them all at once.
import { makeRow, refuse, replaceRow, showProgress } from 'newsdesk/upload-row';

const form = document.getElementById('upload');
const input = form.querySelector('input[type=file]');
const list = form.querySelector('.drop-files');
const head = document.querySelector('#drop-h [role=status]');
const button = form.querySelector('button[type=submit]');
const waiting = []; // [file, row]

function add(files) {
  for (const file of files) {
    const row = makeRow(file, form.dataset.waits);
    list.append(row);
    waiting.push([file, row]);
  }
  input.value = '';
}

function send(file, row) {
  const body = new FormData(form);
  body.set('file', file);
  if (list.children.length > 1) body.delete('alt'); // it is of a single picture
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.addEventListener('progress', (event) => showProgress(row, event));
    request.addEventListener('loadend', () => resolve(request));
    request.open('POST', form.action);
    request.setRequestHeader('X-Requested-With', 'fetch');
    request.send(body);
  });
}

function tell() {
  const done = [...list.children].filter((row) => ['new', 'known'].includes(row.dataset.outcome)).length;
  const words = { '{done}': done, '{all}': list.children.length };
  head.textContent = form.dataset.arrived.replace(/\{\w+\}/g, (name) => words[name]);
}

async function sendAll() {
  button.disabled = true;
  while (waiting.length) {
    const [file, row] = waiting[0];
    const answer = await send(file, row);
    waiting.shift();
    const isAnswer = [200, 422].includes(answer.status) && answer.responseURL === form.action; // not the log-in page
    if (isAnswer) replaceRow(row, answer.responseText);
    else refuse(row, form.dataset.failed);
    tell();
    if (answer.status === 422) { // the words cannot be read: no other file would fare better
      waiting.splice(0).forEach(([, other]) => refuse(other, form.dataset.stopped));
    }
  }
  button.disabled = false;
  const [only] = list.children;
  if (list.children.length === 1 && only.dataset.outcome === 'new') only.querySelector('b a').click();
}

input.addEventListener('change', () => add(input.files));
form.addEventListener('dragover', (event) => {
  event.preventDefault();
  form.classList.add('is-over');
});
form.addEventListener('dragleave', () => form.classList.remove('is-over'));
form.addEventListener('drop', (event) => {
  event.preventDefault();
  form.classList.remove('is-over');
  add(event.dataTransfer.files);
});
form.addEventListener('submit', (event) => {
  if (!waiting.length) return; // nothing chosen: the desk says so
  event.preventDefault();
  sendAll();
});
