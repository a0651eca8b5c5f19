// Nothing typed is lost by a click beside it: the browser asks before a page with unsaved words is left.
export function guard(form) {
  let isDirty = form.querySelector('.errornote') !== null;
  form.addEventListener('input', () => { isDirty = true; });
  form.addEventListener('change', () => { isDirty = true; });
  form.addEventListener('submit', () => { isDirty = false; });
  addEventListener('beforeunload', (event) => { if (isDirty) event.preventDefault(); });
}
