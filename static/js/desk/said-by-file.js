// «Take this»: the file's own words into the field beside which they stand.
for (const button of document.querySelectorAll('[data-fills]')) {
  const field = document.getElementById(button.dataset.fills);
  button.hidden = false;
  button.addEventListener('click', () => {
    field.value = button.dataset.words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  });
}
