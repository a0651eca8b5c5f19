// What a cut keeps of a picture: the largest part in its ratio, the focal point as near to the middle as edges allow.
// The same sum as in articles/imaging/ratios.py.
export function viewBox({ across, down }, { width, height }, { x, y }) {
  const [partWidth, partHeight] = width * down > height * across
    ? [(height * across) / down, height]
    : [width, (width * down) / across];
  const left = within(x * width - partWidth / 2, width - partWidth);
  const top = within(y * height - partHeight / 2, height - partHeight);
  return [left, top, partWidth, partHeight].map(Math.round).join(' ');
}

export const within = (value, most) => Math.min(Math.max(value, 0), most);
