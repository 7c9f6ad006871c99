/** Whether two values say the same: plain data as it comes in a message, without functions and circles. */
export function areEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    key => Object.hasOwn(other, key) && areEqual(Reflect.get(one, key), Reflect.get(other, key)),
  );
}
