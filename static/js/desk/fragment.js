// A part of a page, fetched from the desk.
export async function fetchFragment(address, options = {}) {
  const answer = await fetch(address, { ...options, headers: { 'X-Requested-With': 'fetch' }, credentials: 'same-origin' });
  if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
  const holder = document.createElement('template');
  holder.innerHTML = await answer.text();
  return holder.content.firstElementChild;
}

export function later(wait, act) {
  let timer;
  return (...rest) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...rest), wait);
  };
}
