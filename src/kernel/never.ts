/** The compiler proves that this line is not reached: every case has been dealt with above it. */
export function never(value: never): never {
  throw new Error(`A case was not dealt with: ${JSON.stringify(value)}`)
}
