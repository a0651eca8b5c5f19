// Words and characters as the server counts them (articles/drafting.py): Chinese and Japanese by the character.
const WORD = /[\u3040-\u30ff\u3400-\u9fff]|[\p{L}\p{N}_]+(?:[’'-][\p{L}\p{N}_]+)*/gu;
const SIGNS = new Intl.Segmenter();
const A_MINUTE = 200;

export const countWords = (text) => text.match(WORD)?.length ?? 0;

export const countSigns = (text) => [...SIGNS.segment(text)].length;

export const minutesFor = (words) => Math.max(1, Math.round(words / A_MINUTE));
