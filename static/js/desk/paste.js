// What is pasted from Word, Google Docs or a page, brought to plain HTML of ours. Works on text first: under the
// site's policy a style attribute is reported, and scripts and pictures are asked for, as soon as it is parsed.
const UNREAD = 'style|script|svg|math|iframe|object|template|noscript|head|title|xml';
const CUT = [
  /<!--[\s\S]*?-->|<!\[[^>]*>|<\?[^>]*>/g,
  new RegExp(`<(${UNREAD})\\b[^>]*>[\\s\\S]*?</\\1\\s*>`, 'gi'),
  new RegExp(`</?(?:${UNREAD}|img|link|meta|embed|base|input|button|video|audio|source|o:p)\\b[^>]*>`, 'gi'),
];
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const WATCHED = /([\s"'/])(style|src|srcset|background|on\w+)\s*=/gi;
const MARKER = /^\s*([·•▪§o–-]|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)])[\s\u00a0]+/i;
const RENAMED = { H1: 'h2', H5: 'h4', H6: 'h4', B: 'strong', I: 'em' };
const KEPT = new Set(['href', 'colspan', 'rowspan', 'start', 'data-image', 'data-pm-slice']);

export function cleanPasted(html) {
  const safe = CUT.reduce((text, pattern) => text.replace(pattern, ''), html)
    .replace(TAG, (tag) => tag.replace(WATCHED, '$1data-was-$2='));
  const { body } = new DOMParser().parseFromString(safe, 'text/html');
  body.querySelectorAll('b, strong, i, em, span').forEach(weigh);
  listItems(body);
  body.querySelectorAll(Object.keys(RENAMED).join()).forEach((element) => rename(element, RENAMED[element.tagName]));
  body.querySelectorAll('*').forEach(strip);
  return body.innerHTML;
}

const styleOf = (element, property) =>
  new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, 'i').exec(element.dataset.wasStyle ?? '')?.[1].trim();

// Google Docs wraps all in <b style="font-weight:normal"> and says bold by the style of a span.
function weigh(element) {
  const weight = styleOf(element, 'font-weight');
  const slant = styleOf(element, 'font-style');
  const isHeavy = weight && (/^bold/i.test(weight) || Number(weight) >= 600);
  if (/^(B|STRONG)$/.test(element.tagName) && weight && !isHeavy) unwrap(element);
  else if (/^(I|EM)$/.test(element.tagName) && slant === 'normal') unwrap(element);
  else if (element.tagName === 'SPAN') {
    if (isHeavy) wrapInside(element, 'strong');
    if (slant === 'italic') wrapInside(element, 'em');
  }
}

function wrapInside(element, name) {
  const inner = document.createElement(name);
  inner.append(...element.childNodes);
  element.append(inner);
}

const unwrap = (element) => element.replaceWith(...element.childNodes);

function rename(element, name) {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

// Word's lists are paragraphs that begin with their marker.
function listItems(body) {
  for (const paragraph of body.querySelectorAll('p[class*=MsoList]')) {
    const marker = MARKER.exec(paragraph.textContent)?.[1];
    if (!marker) continue;
    cutText(paragraph, MARKER.exec(paragraph.textContent)[0].length);
    const name = /[.)]$/.test(marker) ? 'OL' : 'UL';
    const before = paragraph.previousElementSibling;
    const list = before?.tagName === name && before.dataset.word ? before : document.createElement(name);
    if (list !== before) paragraph.before(list);
    list.dataset.word = 'list';
    const item = document.createElement('li');
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  }
}

function cutText(element, length) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let left = length; left > 0 && walker.nextNode();) {
    const text = walker.currentNode;
    const cut = Math.min(left, text.data.length);
    text.data = text.data.slice(cut);
    left -= cut;
  }
}

function strip(element) {
  for (const { name } of [...element.attributes]) if (!KEPT.has(name)) element.removeAttribute(name);
}
