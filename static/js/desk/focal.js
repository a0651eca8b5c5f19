// The focal point by click and by arrow keys; the two numbers and all cuts follow at once.
import { viewBox, within } from 'newsdesk/focal-cuts';

const STEP = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const view = document.querySelector('.focal-view');
const ring = view?.querySelector('.focal-ring');
const left = document.getElementById('id_focal_left');
const top_ = document.getElementById('id_focal_top');
const size = view && { width: Number(view.dataset.width), height: Number(view.dataset.height) };

function show() {
  const [x, y] = [left, top_].map((field) => within(Number(field.value) || 0, 100));
  ring.setAttribute('x', `${x}%`);
  ring.setAttribute('y', `${y}%`);
  for (const cut of document.querySelectorAll('.focal-crops svg')) {
    const ratio = { across: Number(cut.dataset.across), down: Number(cut.dataset.down) };
    cut.setAttribute('viewBox', viewBox(ratio, size, { x: x / 100, y: y / 100 }));
  }
  view.setAttribute('aria-label', `${view.dataset.label}: ${view.dataset.value.replace('{x}', x).replace('{y}', y)}`);
}

function move(x, y) {
  left.value = Math.round(within(x, 100));
  top_.value = Math.round(within(y, 100));
  show();
}

if (view && left && !left.disabled) {
  view.setAttribute('tabindex', '0');
  view.setAttribute('role', 'application');
  view.addEventListener('click', (event) => {
    const frame = view.getBoundingClientRect();
    move((100 * (event.clientX - frame.left)) / frame.width, (100 * (event.clientY - frame.top)) / frame.height);
  });
  view.addEventListener('keydown', (event) => {
    const step = STEP[event.key];
    if (!step) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 : 1;
    move(Number(left.value) + by * step[0], Number(top_.value) + by * step[1]);
  });
  left.addEventListener('input', show);
  top_.addEventListener('input', show);
  show();
}
