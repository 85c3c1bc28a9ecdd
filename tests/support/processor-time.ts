/** Milliseconds of work this process has done so far: a busy machine makes the clock go on, and not this. */
export function worked(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
