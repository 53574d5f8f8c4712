/**
 * How much something grows along a straight line (least squares) from the first to the last of its points, as a factor.
 *
 * @param {readonly (readonly [x: number, y: number])[]} points
 * @returns {number} 1: not at all
 */
export function growth(points) {
  const { at } = fitted(points);
  const [first = 0, last = 0] = [points[0]?.[0], points.at(-1)?.[0]];
  return at(last) / at(first);
}

/**
 * @param {readonly (readonly [x: number, y: number])[]} points
 */
function fitted(points) {
  const mean = (/** @type {0 | 1} */ axis) =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const below = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  const slope = below === 0 ? 0 : above / below;
  return { at: (/** @type {number} */ where) => y + slope * (where - x) };
}
