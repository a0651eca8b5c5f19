// The article's form: counts, choosers that keep an order, the lead picture, and a question before words are lost.
import { countBody, countHeadline } from 'newsdesk/counters';
import { keepOrder, nameWhatIsNew } from 'newsdesk/ordered-choice';
import { smallPicture } from 'newsdesk/picture-dialog';
import { guard } from 'newsdesk/unsaved';

const form = document.querySelector('#article_form');
const headline = form.querySelector('textarea[name=headline]');

function nameEditor(editor, textarea) {
  const label = document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`);
  const bar = editor.view.dom.parentElement.querySelector('.prose-menubar');
  editor.view.dom.ariaLabel = label.textContent;
  editor.view.dom.setAttribute('aria-multiline', 'true');
  editor.view.dom.lang = textarea.lang;
  label.addEventListener('click', () => editor.commands.focus());
  bar.role = 'toolbar';
  bar.ariaLabel = label.textContent;
  const press = () => bar.querySelectorAll('button').forEach((button) => {
    button.ariaPressed = String(button.classList.contains('active'));
  });
  editor.on('transaction', press);
  press();
}

function showLead(select) {
  const image = Object.assign(document.createElement('img'), { className: 'lead-thumb', alt: '' });
  const show = () => {
    if (select.value) image.src = smallPicture(select.value);
    image.hidden = !select.value;
  };
  select.closest('.flex-container').append(image);
  window.django.jQuery(select).on('change', show);
  show();
}

if (headline) { // not where the text is only read
  nameWhatIsNew();
  countHeadline(headline);
  const dress = (editor, textarea) => {
    const hasBar = editor.view.dom.parentElement.querySelector('.prose-menubar');
    if (hasBar) nameEditor(editor, textarea);
    else editor.on('create', () => nameEditor(editor, textarea));
    countBody(textarea, editor);
  };
  const ready = form.querySelector('.ProseMirror')?.editor;
  if (ready) dress(ready, form.querySelector('textarea[name=body]'));
  else form.addEventListener('prose-editor:ready', ({ detail }) => dress(detail.editor, detail.textarea));
  addEventListener('DOMContentLoaded', () => {
    form.querySelectorAll('.ordered-choice').forEach(keepOrder);
    showLead(form.querySelector('select[name=lead_image]'));
    guard(form);
  });
}
