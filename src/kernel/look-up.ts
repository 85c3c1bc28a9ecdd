/**
 * What stands under a key that came from outside. Undefined for a key that is not there, the names
 * that every object has by itself (constructor, __proto__) among them.
 */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
